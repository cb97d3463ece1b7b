// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Who has a case and has had it; handing it over, sharing it and closing it.    model: AccessViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property AccessViewModel model
    readonly property bool isLooking: model.step === AccessViewModel.Looking

    focus: true

    // The control that had the focus is gone with the step.
    onIsLookingChanged: {
        if (isLooking)
            handOver.forceActiveFocus();
    }
    Keys.onEscapePressed: root.isLooking ? root.model.close() : root.model.cancel()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            id: page

            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                text: qsTr("Hvem har saken")
                subtitle: root.model.name
            }
            Notice {
                tone: Notice.Accent
                text: root.model.leavingText
                visible: text.length > 0
            }
            Notice {
                actionText: root.model.canUndoEnd ? qsTr("Angre") : ""
                text: root.model.endedText
                visible: text.length > 0

                onActionTriggered: root.model.undoEnd()
            }
            Notice {
                actionText: root.model.canChange ? qsTr("Åpne saken igjen") : ""
                text: qsTr("Saken er avsluttet.")
                visible: root.model.isClosed

                onActionTriggered: root.model.setClosed(false)
            }
            AccessList {
                people: root.model.current
                enabled: !root.model.isSaving

                onEnded: grantId => root.model.endAccess(grantId)
            }
            ActionRow {
                room: page.room
                visible: root.model.canChange && root.isLooking

                AppButton {
                    id: handOver

                    focus: true
                    kind: AppButton.Secondary
                    text: qsTr("Overfør saken")

                    onClicked: root.model.begin(AccessViewModel.HandingOver)
                }
                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Legg til medveileder")
                    visible: root.model.canAddSecond

                    onClicked: root.model.begin(AccessViewModel.AddingSecond)
                }
                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Legg til vikar")

                    onClicked: root.model.begin(AccessViewModel.AddingDeputy)
                }
            }
            AccessStep {
                id: step

                Layout.fillWidth: true
                model: root.model
            }
            HeadingText {
                level: 4
                text: qsTr("Har hatt saken")
                visible: root.model.past.count > 0 && root.isLooking
            }
            AccessList {
                people: root.model.past
                visible: !empty && root.isLooking
            }
            AppButton {
                flush: true
                kind: AppButton.Quiet
                text: qsTr("Hvem har sett saken")
                visible: root.model.canSeeAudit && root.isLooking

                onClicked: root.model.showAudit()
            }
            AppButton {
                enabled: !root.model.isSaving
                flush: true
                kind: AppButton.Quiet
                text: qsTr("Avslutt saken")
                visible: root.model.canChange && root.isLooking && !root.model.isClosed

                onClicked: root.model.setClosed(true)
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                enabled: !root.model.isSaving
                kind: AppButton.Quiet
                flush: true
                text: root.isLooking ? qsTr("Tilbake") : qsTr("Avbryt")

                onClicked: root.isLooking ? root.model.close() : root.model.cancel()
            }
            trailing: AppButton {
                enabled: !root.model.isSaving
                wide: true
                text: root.model.isSaving ? qsTr("Lagrer") : step.title
                visible: !root.isLooking

                onClicked: root.model.save()
            }
        }
    }
}
