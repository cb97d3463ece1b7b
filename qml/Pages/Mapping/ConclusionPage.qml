// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The conclusion, written together, and the first tasks.    model: ConclusionViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Pages.FollowUp
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property ConclusionViewModel model

    focus: true

    // Leaves the field that is being written in, so that it is saved, before the page goes.
    function goBack(): void {
        back.forceActiveFocus();
        model.backToConversation();
    }

    Keys.onEscapePressed: root.goBack()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                over: root.model.clientName
                text: qsTr("Konklusjon")
                subtitle: qsTr("Skriv sammen, med ord %1 kjenner igjen.", "client's name").arg(root.model.clientName)
            }
            Column {
                id: fields

                Layout.fillWidth: true
                spacing: Theme.spaceL

                Repeater {
                    model: root.model.fields

                    ConclusionField {
                        width: fields.width
                        model: root.model
                    }
                }
            }
            GoalList {
                clientName: root.model.clientName
                draft: root.model.goals
            }
            HeadingText {
                Layout.topMargin: Theme.spaceS
                level: 3
                text: qsTr("Første oppgaver")
            }
            ListCard {
                emptyText: qsTr("Ingen oppgave er avtalt ennå.")

                Repeater {
                    model: root.model.tasks

                    ListRow {
                        required property string what
                        required property string detail
                        id: row

                        ColumnLayout {
                            spacing: 0

                            BodyText {
                                text: row.what
                            }
                            SecondaryText {
                                text: row.detail
                            }
                        }
                    }
                }
            }
            TaskDraftForm {
                draft: root.model.draft
                visible: root.model.isDrafting

                onSaved: root.model.saveTask()
                onCancelled: root.model.cancelTask()
            }
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Ny oppgave")
                visible: !root.model.isDrafting

                onClicked: root.model.newTask()
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.columnWidth
            text: root.model.savedText
            leading: AppButton {
                id: back

                kind: AppButton.Quiet
                flush: true
                text: qsTr("Tilbake til samtalen")

                onClicked: root.goBack()
            }
            trailing: AppButton {
                text: qsTr("Vis til %1", "client's name").arg(root.model.clientName)

                onClicked: root.model.showToClient()
            }
        }
    }
}
