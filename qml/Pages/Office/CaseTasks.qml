// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Plan and tasks on the case page: what, who, by when.    model: CaseViewModel
pragma ComponentBehavior: Bound
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Office

RowsCard {
    id: root

    required property CaseViewModel model

    title: qsTr("Plan og oppgaver")

    StrongText {
        width: root.contentWidth
        text: qsTr("Mål")
        visible: root.model.goals.count > 0
    }
    Repeater {
        model: root.model.goals

        CheckRow {
            required property string goalId
            required property string goal
            required property bool isReached
            required detail

            width: root.contentWidth
            text: goal
            checked: isReached
            done: true

            onToggled: (value) => root.model.setGoalReached(goalId, value)
        }
    }
    StrongText {
        width: root.contentWidth
        text: qsTr("Oppgaver")
        visible: root.model.goals.count > 0
    }
    Repeater {
        model: root.model.tasks

        CheckRow {
            required property string taskId
            required property string what
            required property bool isDone
            required property bool isLate
            required detail

            width: root.contentWidth
            text: what
            checked: isDone
            done: true
            detailTone: isLate ? CheckRow.Warning : CheckRow.Neutral

            onToggled: (value) => root.model.setTaskDone(taskId, value)
        }
    }
    SecondaryText {
        width: root.contentWidth
        text: qsTr("Ingen oppgaver ennå. De avtales i en samtale eller når du logger en kontakt.")
        visible: root.model.tasks.count === 0
    }
}
