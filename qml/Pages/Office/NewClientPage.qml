// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A new client and case, with or without a network.    model: NewClientViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property NewClientViewModel model
    readonly property bool waits: model.waitingText.length > 0
    readonly property bool canWrite: model.details.isOpen

    focus: true

    Keys.onEscapePressed: root.model.close()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                text: qsTr("Ny bruker")
                subtitle: root.model.networkText
            }
            Card {
                visible: root.waits

                BodyText {
                    text: root.model.waitingText
                    Accessible.role: Accessible.AlertMessage
                }
                ActionRow {
                    room: parent.width

                    AppButton {
                        focus: root.waits
                        kind: AppButton.Secondary
                        text: qsTr("Fortsett på kladden")

                        onClicked: root.model.continueDraft()
                    }
                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("Forkast")

                        onClicked: root.model.discard()
                    }
                }
            }
            Notice {
                enabled: root.canWrite
                actionText: qsTr("Forkast")
                text: root.model.draftText
                visible: text.length > 0

                onActionTriggered: root.model.discard()
            }
            ClientFields {
                anywayText: qsTr("Lag en sak til likevel")
                details: root.model.details
                focus: !root.waits
                showsUnderNames: root.model.sameName.length > 0 && root.model.details.sameNationalId.length === 0
                visible: !root.waits
                underNames: SameCaseCard {
                    anywayText: qsTr("Lag en sak til likevel")
                    canOpen: root.model.canOpenSameName
                    text: root.model.sameName

                    onIgnored: root.model.saveThoughSameName()
                    onOpened: root.model.openSameName()
                }

                onAccepted: root.model.save()
                onNameFinished: root.model.lookForSameName()
                onSavedAnyway: root.model.saveAnyway()
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Lukk")

                onClicked: root.model.close()
            }
            trailing: AppButton {
                enabled: root.canWrite
                wide: true
                text: root.model.isSaving ? qsTr("Lagrer") : qsTr("Lagre")

                onClicked: root.model.save()
            }
        }
    }
}
