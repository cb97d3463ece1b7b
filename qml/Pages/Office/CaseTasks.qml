// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Plan and tasks on the case page: what, who, by when.    model: CaseViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

Card {
    id: root

    required property CaseViewModel model

    title: qsTr("Plan og oppgaver")

    WordsUnder {
        label: qsTr("Mål")
        text: root.model.goals
    }
    // A positioner, because Qt 6.4's layouts still lay out rows that a changed model has taken away.
    Column {
        id: tasks

        Layout.fillWidth: true
        spacing: Theme.spaceM

        Repeater {
            model: root.model.tasks

            CheckRow {
                required property string taskId
                required property string what
                required property bool isDone
                required property bool isLate
                required detail

                width: tasks.width
                text: what
                checked: isDone
                done: true
                detailTone: isLate ? CheckRow.Warning : CheckRow.Neutral

                onToggled: (value) => root.model.setTaskDone(taskId, value)
            }
        }
        SecondaryText {
            width: tasks.width
            text: qsTr("Ingen oppgaver ennå. De avtales i en samtale eller når du logger en kontakt.")
            visible: root.model.tasks.count === 0
        }
    }
}
