// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What of the case has two versions, what came late, and what became of what the user wrote.    review: CaseReview
//   isSaying: bool (there is something to tell)
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Review

ColumnLayout {
    id: root

    required property CaseReview review
    readonly property bool isSaying: review.text.length + review.lateText.length + review.message.length > 0
                                     || review.news.count > 0

    Layout.fillWidth: true
    spacing: Theme.spaceL

    Notice {
        tone: Notice.Warning
        actionText: qsTr("Se begge")
        text: root.review.text
        visible: text.length > 0

        onActionTriggered: root.review.open()
    }
    Notice {
        tone: Notice.Warning
        actionText: qsTr("Se gjennom")
        text: root.review.lateText
        visible: text.length > 0

        onActionTriggered: root.review.openLate()
    }
    Notice {
        tone: Notice.Warning
        text: root.review.message
        visible: text.length > 0
    }
    Repeater {
        model: root.review.news

        Notice {
            required property int index
            required text

            actionText: qsTr("Greit")

            onActionTriggered: root.review.acknowledge(index)
        }
    }
}
