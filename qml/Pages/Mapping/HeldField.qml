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
    property bool isChanged: false

    signal written(string text)

    function takeValue(): void {
        text = value;
        isChanged = false;
    }

    function hand(): void {
        if (isChanged)
            written(text);
        isChanged = false;
    }

    onEdited: root.isChanged = true
    onFinished: root.hand()
    onSourceChanged: root.takeValue()
    onValueChanged: {
        if (!root.isChanged)
            root.takeValue();
    }
    Component.onCompleted: root.takeValue()
}
