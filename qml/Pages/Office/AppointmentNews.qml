// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What became of an appointment: moved or cancelled, which can be taken back, or not saved.    editor: AppointmentEditor
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

ColumnLayout {
    id: root

    required property AppointmentEditor editor

    spacing: Theme.spaceM
    visible: editor.movedText.length + editor.cancelledText.length + editor.message.length > 0

    Notice {
        actionText: qsTr("Angre")
        text: root.editor.cancelledText
        visible: text.length > 0

        onActionTriggered: root.editor.restore()
    }
    Notice {
        actionText: qsTr("Angre")
        text: root.editor.movedText
        visible: text.length > 0

        onActionTriggered: root.editor.moveBack()
    }
    Notice {
        tone: Notice.Warning
        text: root.editor.message
        visible: text.length > 0
    }
}
