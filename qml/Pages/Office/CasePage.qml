// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One case on one page: the client's words, tasks with who and when, contacts, people around.    model: CaseViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property CaseViewModel model
    readonly property bool stacked: width < Theme.narrowWidth

    focus: true

    PageScroll {
        id: page

        anchors.fill: parent
        maximumWidth: 0

        PageHeading {
            text: root.model.name
            subtitle: root.model.facts
            visible: root.model.isLoaded

            AppButton {
                kind: AppButton.Secondary
                text: qsTr("Logg kontakt")

                onClicked: root.model.logContact()
            }
            AppButton {
                focus: true
                text: root.model.mappingAction

                onClicked: root.model.startOrContinueMapping()
            }
        }
        Notice {
            tone: Notice.Warning
            text: root.model.message
            visible: text.length > 0
        }
        SecondaryText {
            text: qsTr("Åpner saken …")
            visible: !root.model.isLoaded && root.model.message.length === 0
        }
        GridLayout {
            columns: root.stacked ? 1 : 2
            columnSpacing: Theme.spaceL
            rowSpacing: Theme.spaceL
            visible: root.model.isLoaded

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.columnWidth
                spacing: Theme.spaceL

                CaseMapping {
                    model: root.model
                }
                Card {
                    title: qsTr("Personer rundt %1").arg(root.model.firstName)
                    visible: root.model.people.length > 0

                    SecondaryText {
                        color: Theme.textColor
                        text: root.model.people
                    }
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.questionWidth
                spacing: Theme.spaceL

                CaseTasks {
                    model: root.model
                }
                CaseContacts {
                    model: root.model
                }
            }
        }
    }
}
