// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A date, chosen by a quick chip or typed as day.month, with or without the year.
//   label, hint, error: string    value: "yyyy-mm-dd", or ""    past: bool (a day that has been)
//   signal picked(string value)
// What was typed is picked as it was written: the view model reads it, and gives back what it can't read.
//   quickLabels, quickValues: list<string> of one length, from the view model ("I dag", "I morgen", "Om en uke", …)
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

FocusScope {
    id: root

    property string label
    property string hint
    property string error
    property string value
    property bool past: false
    property list<string> quickLabels
    property list<string> quickValues
    readonly property bool unreadable: value.length > 0 && !isIso(value)

    signal picked(string value)

    function isIso(text: string): bool {
        return /^\d{4}-\d\d-\d\d$/.test(text);
    }

    function shown(text: string): string {
        return isIso(text) ? text.split("-").reverse().join(".") : text;
    }

    function howToWrite(): string {
        return past ? qsTr("Skriv datoen som dag.måned.år, for eksempel 12.03.2026.")
                    : qsTr("Skriv datoen som dag.måned.år, for eksempel 12.03.2027.");
    }

    function take(text: string): void {
        if (text !== shown(value))
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
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceM
            visible: root.quickLabels.length > 0

            Repeater {
                model: root.quickLabels

                ChipButton {
                    required property int index
                    required property string modelData

                    text: modelData
                    selected: root.value.length > 0 && root.quickValues[index] === root.value

                    onChosen: root.picked(root.quickValues[index])
                }
            }
        }
        TextLineField {
            boxWidth: Theme.fieldWidth
            focus: true
            accessibleName: root.label
            error: root.unreadable ? root.howToWrite() : root.error
            inputMethodHints: Qt.ImhDate
            placeholder: qsTr("dag.måned.år", "how a date is typed")
            text: root.shown(root.value)

            onFinished: root.take(text)
        }
    }
}
