// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What is attached to a case: the list; adding a file or a signature; looking at one.    model: AttachmentsViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Attachments

FocusScope {
    id: root

    required property AttachmentsViewModel model
    readonly property int step: model.step
    readonly property bool isLooking: step === AttachmentsViewModel.Looking
    readonly property bool isViewing: step === AttachmentsViewModel.Viewing
    readonly property bool isSigning: step === AttachmentsViewModel.Signing
    readonly property bool canAdd: isLooking && model.isLoaded && !model.isReader
    readonly property bool isDescribing: step === AttachmentsViewModel.Describing

    function heading(): string {
        switch (step) {
        case AttachmentsViewModel.Choosing: return qsTr("Velg en fil");
        case AttachmentsViewModel.Describing: return model.fileText.length > 0 ? qsTr("Nytt vedlegg") : qsTr("Endre vedlegget");
        case AttachmentsViewModel.Signing: return qsTr("Underskrift");
        default: return qsTr("Vedlegg");
        }
    }

    focus: true

    // The control that had the focus is gone with the step.
    onStepChanged: {
        page.toTop();
        backButton.forceActiveFocus();
    }
    Keys.onEscapePressed: root.model.back()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            id: page

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !root.isViewing

            PageHeading {
                over: root.model.name
                text: root.heading()

                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Underskrift")
                    visible: root.canAdd

                    onClicked: root.model.beginSignature()
                }
                AppButton {
                    text: qsTr("Legg til fil")
                    visible: root.canAdd

                    onClicked: root.model.chooseFile()
                }
            }
            AttachmentList {
                Layout.fillWidth: true
                model: root.model
                visible: root.isLooking
            }
            FileList {
                Layout.fillWidth: true
                model: root.model
                visible: root.step === AttachmentsViewModel.Choosing
            }
            AttachmentFields {
                Layout.fillWidth: true
                model: root.model
                visible: root.isDescribing
            }
            SignatureFields {
                id: signature

                Layout.fillWidth: true
                model: root.model
                visible: root.isSigning
            }
        }
        AttachmentViewer {
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: root.model
            visible: root.isViewing
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            maximumWidth: root.isViewing ? 0 : Theme.columnWidth
            leading: [
                AppButton {
                    id: backButton

                    enabled: !root.model.isSaving
                    focus: true
                    kind: AppButton.Quiet
                    flush: true
                    text: root.isDescribing || root.isSigning ? qsTr("Avbryt") : qsTr("Tilbake")

                    onClicked: root.model.back()
                },
                AppButton {
                    enabled: !root.model.isSaving
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Ta bort")
                    visible: root.isViewing && !root.model.isReader

                    onClicked: root.model.remove()
                }
            ]
            trailing: [
                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Endre")
                    visible: root.isViewing && !root.model.isReader

                    onClicked: root.model.edit()
                },
                AppButton {
                    enabled: !root.model.isSaving && (root.isDescribing || signature.isWritten)
                    text: root.model.isSaving ? qsTr("Lagrer") : qsTr("Lagre")
                    visible: root.isDescribing || root.isSigning
                    wide: true

                    onClicked: root.isSigning ? signature.save() : root.model.save()
                }
            ]
        }
    }
}
