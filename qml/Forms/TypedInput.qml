// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What is typed as an answer: a text of several lines, or one line.
//   value: string (shown when `reload()` is called or the item is made)    multiline: bool
//   label, hint, problem: string    boxWidth: real (of the line's box; 0: all the width)
//   accessibleName: string (read out when the visible label says too little alone)
//   field: Item (what is written in)
//   signal written(string value)    function reload()    function takeFocus(reason)
import QtQuick
import QtQuick.Layouts
import Veikart.Controls

ColumnLayout {
    id: root

    property string value
    property bool multiline: true
    property string label
    property string accessibleName: label
    property string hint
    property string problem
    property bool numeric: false
    property real boxWidth: 0
    readonly property Item field: multiline ? block : line

    signal written(string value)

    // Taken anew only when the page changes, so that nothing is written over while somebody types.
    function reload(): void {
        block.text = value;
        line.text = value;
    }

    function takeFocus(reason: int): void {
        field.forceActiveFocus(reason);
    }

    Layout.fillWidth: true

    TextBlockField {
        id: block

        visible: root.multiline
        client: true
        minimumLines: 4
        accessibleName: root.accessibleName
        label: root.label
        hint: root.hint
        error: root.multiline ? root.problem : ""
        onEdited: (value) => root.written(value)
    }
    TextLineField {
        id: line

        visible: !root.multiline
        client: true
        boxWidth: root.boxWidth
        accessibleName: root.accessibleName
        label: root.label
        hint: root.hint
        error: root.multiline ? "" : root.problem
        inputMethodHints: root.numeric ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
        onEdited: (value) => root.written(value)
    }

    Component.onCompleted: root.reload()
}
