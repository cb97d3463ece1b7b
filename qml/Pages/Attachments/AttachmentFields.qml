// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What is said of an attachment, with its picture above when it is new.    model: AttachmentsViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Attachments

ColumnLayout {
    id: root

    required property AttachmentsViewModel model

    enabled: !model.isSaving
    spacing: Theme.spaceL

    onVisibleChanged: {
        if (visible)
            called.forceActiveFocus();
    }

    PictureItem {
        Layout.fillWidth: true
        implicitHeight: Theme.previewHeight
        picture: root.model.picture
        visible: !root.model.picture.isEmpty
        Accessible.role: Accessible.Graphic
        Accessible.name: root.model.fileText
    }
    SecondaryText {
        horizontalAlignment: Text.AlignHCenter
        text: root.model.fileText
        visible: text.length > 0
    }
    TextLineField {
        id: called

        label: qsTr("Hva er det?")
        error: root.model.form.titleProblem
        placeholder: qsTr("For eksempel: brev fra utleieren")
        text: root.model.form.title

        onAccepted: root.model.save()
        onEdited: (value) => root.model.form.title = value
    }
    ChipChoice {
        label: qsTr("Type")
        choices: root.model.form.kindChoices
        current: root.model.form.kind

        onPicked: index => root.model.form.kind = index
    }
    DateField {
        label: qsTr("Hvilken dag er det fra?")
        error: root.model.form.dayProblem
        past: true
        quickLabels: [qsTr("I dag"), qsTr("I går")]
        quickValues: root.model.form.dayValues
        value: root.model.form.day

        onPicked: value => root.model.form.day = value
    }
}
