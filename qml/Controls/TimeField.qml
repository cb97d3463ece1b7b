// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A time of day, typed as hour:minute (9.30, 930, 0930 and 9 are understood).
//   label, hint, error: string    value: "hh:mm", or ""    signal picked(string value)
// What was typed is picked as it was written: the view model reads it, and gives back what it can't read.
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

FocusScope {
    id: root

    property string label
    property string hint
    property string error
    property string value
    readonly property bool unreadable: value.length > 0 && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)

    signal picked(string value)

    function take(text: string): void {
        if (text !== value)
            picked(text);
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
        }
        TextLineField {
            boxWidth: Theme.fieldWidth
            focus: true
            accessibleName: root.label
            error: root.unreadable ? qsTr("Skriv klokkeslettet som time:minutt, for eksempel 09:30.") : root.error
            inputMethodHints: Qt.ImhTime
            placeholder: qsTr("time:minutt", "how a time is typed")
            text: root.value

            onFinished: root.take(text)
        }
    }
}
