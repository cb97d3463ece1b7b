// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Several lines of text with label, hint and error; the box grows with what is written.
//   label, placeholder, hint, error: string    text: string (bind it; `edited` tells what the user wrote)
//   minimumLines: int    client: bool (the client's size)
//   plain: bool (no box until it is written in, as inside a LayerBox)
//   inputMethodHints    signal edited(string value)    signal finished(): the user left the field
//   hiddenBelow: real (how much of its end is out of view: the error stands above that)
//   function writtenLine(): the line with the cursor, with room for the error    signal cursorMoved(): by the user
//   function goToEnd(): puts the cursor after the last letter
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
    // Read out when the visible label stands elsewhere.
    property string accessibleName: label.length > 0 ? label : placeholder
    property int minimumLines: 2
    property bool client: false
    property bool plain: false
    property real hiddenBelow: 0
    readonly property real raised: Math.min(Math.max(0, hiddenBelow), area.height)
    property alias text: area.text
    property alias inputMethodHints: area.inputMethodHints

    signal edited(string value)
    signal finished()
    signal cursorMoved()

    // Qt 6.4 tells the screen reader nothing of what is disabled.
    function about(): string {
        if (!enabled)
            return qsTr("Kan ikke brukes nå");
        return error.length > 0 ? error : hint;
    }

    function goToEnd(): void {
        area.cursorPosition = area.length;
    }

    function takeText(): void {
        if (area.activeFocus)
            edited(area.text);
    }

    function writtenLine(): rect {
        const line = area.cursorRectangle;
        const below = message.visible ? message.height + Theme.spaceL : 0;
        return area.mapToItem(root, Qt.rect(line.x, line.y, line.width, line.height + below));
    }

    Layout.fillWidth: true
    implicitWidth: Theme.fieldWidth
    implicitHeight: column.implicitHeight

    FontMetrics {
        id: metrics

        font: area.font
    }
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
        T.TextArea {
            id: area

            Layout.fillWidth: true
            implicitHeight: topPadding + bottomPadding
                            + Math.max(contentHeight, Math.ceil(root.minimumLines * metrics.lineSpacing))
            padding: Theme.spaceM
            leftPadding: root.plain ? 0 : Theme.spaceL
            rightPadding: root.plain ? 0 : Theme.spaceL
            // A plain field's words stand in line with the others; its frame is around them.
            leftInset: root.plain ? -Theme.spaceS : 0
            rightInset: leftInset
            focus: true
            activeFocusOnTab: true
            color: enabled ? Theme.textColor : Theme.disabledText
            font.family: Theme.fontFamily
            font.pixelSize: root.client ? Theme.clientBodySize : Theme.bodySize
            placeholderText: root.placeholder
            placeholderTextColor: Theme.placeholder
            selectByMouse: true
            selectedTextColor: Theme.textColor
            selectionColor: Theme.selection
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            Accessible.role: Accessible.EditableText
            Accessible.name: root.accessibleName
            Accessible.description: root.about()
            Accessible.multiLine: true
            // Tab leaves the field: a page must be walked through by keyboard alone.
            Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

            onTextChanged: root.takeText()
            onCursorPositionChanged: {
                if (area.activeFocus)
                    root.cursorMoved();
            }
            onEditingFinished: root.finished()

            Text {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.leftMargin: area.leftPadding
                anchors.rightMargin: area.rightPadding
                anchors.topMargin: area.topPadding
                color: area.placeholderTextColor
                elide: Text.ElideRight
                font: area.font
                horizontalAlignment: Text.AlignLeft
                text: root.placeholder
                textFormat: Text.PlainText
                visible: area.length === 0 && area.preeditText.length === 0
                Accessible.ignored: true
            }

            background: FieldFrame {
                failed: root.error.length > 0
                focused: area.activeFocus
                opacity: root.plain && !area.activeFocus ? 0 : 1
            }
        }
        FieldError {
            id: message

            z: 1
            text: root.error
            transform: Translate { y: -root.raised }

            Rectangle {
                anchors.fill: parent
                anchors.margins: -Theme.spaceS
                z: -1
                radius: Theme.radiusControl
                color: Theme.dangerSoft
                visible: root.raised > 0
            }
        }
    }
}
