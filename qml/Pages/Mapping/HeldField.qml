// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A text that is saved when the field is left. While somebody writes in it, what comes from the model waits.
//   value: string (the model's)    source: string (whose text it is; another one starts the field anew)
//   signal written(string text)    and all of TextBlockField
import QtQuick
import Veikart.Controls

TextBlockField {
    id: root

    property string value
    property string source

    signal written(string text)

    function takeValue(): void {
        if (!activeFocus)
            text = value;
    }

    onValueChanged: root.takeValue()
    onSourceChanged: root.text = root.value
    onFinished: root.written(text)
    Component.onCompleted: root.text = root.value
}
