// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One line that others in the room should not read: hidden until its writer asks to see it. No keyboard learns from it.
//   label, placeholder, hint: string    text: string    signal accepted()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

FocusScope {
    id: root

    property alias label: line.label
    property alias placeholder: line.placeholder
    property alias hint: line.hint
    property alias text: line.text
    property bool shown: false

    signal accepted()

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.spaceS

        TextLineField {
            id: line

            focus: true
            hidden: !root.shown
            inputMethodHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                              | Qt.ImhNoAutoUppercase

            onAccepted: root.accepted()
        }
        AppButton {
            kind: AppButton.Quiet
            text: root.shown ? qsTr("Skjul det jeg skriver") : qsTr("Vis det jeg skriver")

            onClicked: root.shown = !root.shown
        }
    }
}
