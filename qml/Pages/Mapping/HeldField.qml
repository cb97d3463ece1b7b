// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A text that is handed to the model as it is written. While somebody writes in it, what comes from the model waits.
//   value: string (the model's)    source: string (whose text it is; another one starts the field anew)
//   signal written(string text)    and all of TextBlockField
import QtQuick
import Veikart.Controls

TextBlockField {
    id: root

    property string value
    property string source
    property bool isBeingWritten: false

    signal written(string text)

    function takeValue(): void {
        text = value;
        goToEnd(); // what is written is gone on with
        isBeingWritten = false;
    }

    onEdited: words => {
        root.isBeingWritten = true;
        root.written(words);
    }
    onFinished: root.isBeingWritten = false
    onSourceChanged: root.takeValue()
    onValueChanged: {
        if (!root.isBeingWritten)
            root.takeValue();
    }
    Component.onCompleted: root.takeValue()
}
