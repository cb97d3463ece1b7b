// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Who has seen a case, and what they did with it.    model: AuditViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Supervisor

FocusScope {
    id: root

    required property AuditViewModel model

    focus: true

    Keys.onEscapePressed: root.model.close()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                text: qsTr("Hvem har sett saken")
                subtitle: root.model.name
            }
            Notice {
                text: root.model.printedText
                visible: text.length > 0
            }
            SecondaryText {
                Layout.fillWidth: true
                text: qsTr("Det som er gjort på et nettbrett som ikke har hatt kontakt med kontoret siden, er ikke med ennå.")
            }
            ListCard {
                visible: !empty

                Repeater {
                    model: root.model.entries

                    ListRow {
                        id: row

                        required property string who
                        required property string initials
                        required property string what
                        required property string when

                        Accessible.role: Accessible.ListItem
                        Accessible.name: who
                        Accessible.description: what + ", " + when

                        PersonLine {
                            Layout.fillWidth: true
                            name: row.who
                            initials: row.initials
                            detail: row.what
                            trailing: row.when
                            trailingTone: PersonRow.Neutral
                            narrow: row.width < Theme.questionWidth
                        }
                    }
                }
            }
            BodyText {
                text: qsTr("Ingen har åpnet saken.")
                visible: root.model.isLoaded && root.model.entries.count === 0
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                focus: true
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Tilbake")

                onClicked: root.model.close()
            }
            trailing: AppButton {
                enabled: root.model.isLoaded && !root.model.isPrinting
                kind: AppButton.Secondary
                text: root.model.isPrinting ? qsTr("Skriver ut") : qsTr("Skriv ut til brukeren")

                onClicked: root.model.print()
            }
        }
    }
}
