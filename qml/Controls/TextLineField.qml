// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One line of text with its label, hint and error.
//   label, placeholder, hint, error: string    text: string (bind it; `edited` tells what the user wrote)
//   client: bool (the client's size)    boxWidth: real (of the box alone; 0: as wide as the label)
//   hidden: bool (dots in place of what is written)    inputMethodHints    signal edited(string value)    signal accepted()
//   signal finished(): the user left the field or pressed Enter
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Veikart.Theme

FocusScope {
    id: root

    property string label
    property string placeholder
    property string hint
    property string error
    property bool client: false
    property real boxWidth: 0
    property bool hidden: false
    // Read out when the visible label stands elsewhere.
    property string accessibleName: label.length > 0 ? label : placeholder
    property alias text: field.text
    property alias inputMethodHints: field.inputMethodHints

    signal edited(string value)
    signal accepted()
    signal finished()

    // Qt 6.4 tells the screen reader nothing of what is disabled.
    function about(): string {
        if (!enabled)
            return qsTr("Kan ikke brukes nå");
        return error.length > 0 ? error : hint;
    }

    Layout.fillWidth: true
    implicitWidth: Theme.fieldWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.spaceS

        FieldLabel {
            text: root.label
            hint: root.hint
            visible: root.label.length > 0 || root.hint.length > 0
        }
        T.TextField {
            id: field

            Layout.fillWidth: true
            Layout.maximumWidth: root.boxWidth > 0 ? root.boxWidth : root.width
            implicitHeight: Math.max(root.client ? Theme.clientTarget : Theme.buttonHeight,
                                     contentHeight + topPadding + bottomPadding)
            padding: Theme.spaceM
            leftPadding: Theme.spaceL
            rightPadding: Theme.spaceL
            focus: true
            activeFocusOnTab: true
            color: enabled ? Theme.textColor : Theme.disabledText
            font.family: Theme.fontFamily
            font.pixelSize: root.client ? Theme.clientBodySize : Theme.bodySize
            placeholderText: root.placeholder
            placeholderTextColor: Theme.placeholder
            echoMode: root.hidden ? TextInput.Password : TextInput.Normal
            selectByMouse: true
            selectedTextColor: Theme.textColor
            selectionColor: Theme.selection
            verticalAlignment: TextInput.AlignVCenter
            Accessible.role: Accessible.EditableText
            Accessible.name: root.accessibleName
            Accessible.description: root.about()

            onTextEdited: root.edited(text)
            onAccepted: root.accepted()
            onEditingFinished: root.finished()

            Text {
                anchors.fill: parent
                anchors.leftMargin: field.leftPadding
                anchors.rightMargin: field.rightPadding
                color: field.placeholderTextColor
                elide: Text.ElideRight
                font: field.font
                horizontalAlignment: Text.AlignLeft
                text: root.placeholder
                textFormat: Text.PlainText
                verticalAlignment: Text.AlignVCenter
                visible: field.length === 0 && field.preeditText.length === 0
                Accessible.ignored: true
            }

            background: FieldFrame {
                failed: root.error.length > 0
                focused: field.activeFocus
            }
        }
        FieldError {
            text: root.error
        }
    }
}
