// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Another time for an agreed appointment; nothing until it is asked for.
//   editor: AppointmentEditor    opener: Item (the button that asks for it, which gets the focus back)
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

ColumnLayout {
    id: root

    required property AppointmentEditor editor
    required property Item opener

    spacing: Theme.spaceM
    visible: editor.isMoving

    onVisibleChanged: {
        if (visible)
            day.forceActiveFocus();
        else if (!editor.isMoving)
            opener.forceActiveFocus();
    }

    DateField {
        id: day

        label: qsTr("Ny dag")
        error: root.editor.dateProblem
        quickLabels: root.editor.dateLabels
        quickValues: root.editor.dateValues
        value: root.editor.date

        onPicked: value => root.editor.date = value
    }
    TimeField {
        label: qsTr("Nytt klokkeslett")
        error: root.editor.timeProblem
        value: root.editor.time

        onPicked: value => root.editor.time = value
    }
    ActionRow {
        room: root.width

        AppButton {
            enabled: !root.editor.isBusy
            kind: AppButton.Secondary
            text: qsTr("Flytt avtalen")

            onClicked: root.editor.save()
        }
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Avbryt")

            onClicked: root.editor.stopMoving()
        }
    }
}
