// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A name written with a finger, and what it is written under.    model: AttachmentsViewModel
//   isWritten: bool    function save()
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Attachments

ColumnLayout {
    id: root

    required property AttachmentsViewModel model
    readonly property bool isWritten: !pad.isEmpty

    function save(): void {
        model.saveSignature(pad);
    }

    enabled: !model.isSaving
    spacing: Theme.spaceL

    onVisibleChanged: {
        pad.clear();
        if (visible)
            about.forceActiveFocus();
    }

    TextLineField {
        id: about

        label: qsTr("Hva skrives det under på?")
        error: root.model.form.titleProblem
        placeholder: qsTr("For eksempel: samtykke til å snakke med fastlegen")
        text: root.model.form.title

        onEdited: (value) => root.model.form.title = value
    }
    FieldLabel {
        text: qsTr("Skriv navnet med fingeren")
    }
    SignaturePad {
        id: pad

        Layout.fillWidth: true
        implicitHeight: width * heightPerWidth
        ink: Theme.textColor
        Accessible.role: Accessible.Canvas
        Accessible.name: qsTr("Her skrives navnet")
        Accessible.description: isEmpty ? qsTr("Tomt") : qsTr("Skrevet")

        FieldFrame {
            anchors.fill: parent
            z: -1
        }
    }
    AppButton {
        enabled: root.isWritten
        flush: true
        kind: AppButton.Quiet
        text: qsTr("Visk ut")

        onClicked: pad.clear()
    }
}
