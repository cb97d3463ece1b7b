// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The client's goals: tick those that are reached, write another.
//   draft: GoalDraft    clientName: string    isWriting: bool (shows the field for another)
pragma ComponentBehavior: Bound
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Shared

RowsCard {
    id: root

    required property GoalDraft draft
    property string clientName
    property bool isWriting: true

    title: qsTr("Mål")
    visible: isWriting || draft.rows.count > 0

    Repeater {
        model: root.draft.rows

        CheckRow {
            required property int index
            required property string goal
            required property bool isReached
            required detail

            width: root.contentWidth
            text: goal
            checked: isReached
            done: true

            onToggled: value => root.draft.setReached(index, value)
        }
    }
    TextLineField {
        width: root.contentWidth
        label: qsTr("Nytt mål")
        hint: root.clientName.length > 0 ? qsTr("Med ord %1 bruker", "client's name").arg(root.clientName) : ""
        text: root.draft.text
        visible: root.isWriting

        onEdited: value => root.draft.text = value
        onAccepted: root.draft.add()
    }
    AppButton {
        kind: AppButton.Secondary
        text: qsTr("Legg til målet")
        visible: root.isWriting && root.draft.text.length > 0

        onClicked: root.draft.add()
    }
}
