// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What was agreed last: tick it off, or give it a new date.    model: ContactViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Followup

ListCard {
    id: root

    required property ContactViewModel model

    emptyText: qsTr("Ingenting er avtalt.")

    Repeater {
        model: root.model.tasks

        ListRow {
            id: row

            required property int index
            required property string what
            required property string detail
            required property bool isDone
            required property bool isLate

            ColumnLayout {
                spacing: Theme.spaceS

                CheckRow {
                    text: row.what
                    detail: row.detail
                    detailTone: row.isLate ? CheckRow.Warning : CheckRow.Neutral
                    checked: row.isDone
                    done: true

                    onToggled: value => root.model.setTaskDone(row.index, value)

                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("Ny dato")
                        visible: !row.isDone && root.model.taskBeingMoved !== row.index

                        onClicked: root.model.moveTask(row.index)
                    }
                }
                DateField {
                    Layout.bottomMargin: Theme.spaceS
                    label: qsTr("Ny dato")
                    quickLabels: root.model.taskDraft.dueLabels
                    quickValues: root.model.taskDraft.dueValues
                    value: visible ? root.model.movedTo : ""
                    visible: root.model.taskBeingMoved === row.index

                    onPicked: value => root.model.setTaskDate(value)
                }
            }
        }
    }
}
