// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A date, chosen by a quick chip or typed as day.month, with or without the year ("24.12" is the next one).
//   label, hint, error: string    value: "yyyy-mm-dd", or ""    signal picked(string value)
// What can't be read as a date is picked as it was written, so that whoever saves can refuse it; nothing is dropped.
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

    // "" when there is no such day.
    function isoOf(year: int, month: string, day: string): string {
        const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
        const date = new Date(iso);
        return !isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : "";
    }

    // "" when the text is not a date of the calendar.
    function parsed(text: string): string {
        const part = /^\s*(\d{1,2})[.\/ -](\d{1,2})(?:[.\/ -](\d{4}|\d{2})|\.)?\s*$/.exec(text);
        if (!part)
            return "";
        if (part[3])
            return isoOf(Number(part[3].length === 2 ? "20" + part[3] : part[3]), part[2], part[1]);
        const now = new Date();
        const today = isoOf(now.getFullYear(), String(now.getMonth() + 1), String(now.getDate()));
        const thisYear = isoOf(now.getFullYear(), part[2], part[1]);
        return thisYear >= today ? thisYear : isoOf(now.getFullYear() + 1, part[2], part[1]);
    }

    function take(text: string): void {
        const date = parsed(text) || text.trim();
        if (date !== value)
            picked(date);
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
            Layout.maximumWidth: Theme.fieldWidth
            focus: true
            accessibleName: root.label
            inputMethodHints: Qt.ImhDate
            placeholder: qsTr("dag.måned.år", "how a date is typed")
            text: root.shown(root.value)

            onFinished: root.take(text)
        }
        FieldError {
            text: root.unreadable ? qsTr("Skriv datoen som dag.måned.år, for eksempel 12.03.2027.") : root.error
        }
    }
}
