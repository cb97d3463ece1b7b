// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What was written, read back.    model: ConfirmViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

ColumnLayout {
    id: root

    required property ConfirmViewModel model

    Layout.fillWidth: true
    spacing: Theme.spaceL

    PageHeading {
        over: root.model.over
        text: qsTr("Stemmer dette, %1?", "client's name").arg(root.model.clientName)
    }
    Card {
        visible: root.model.resources.length + root.model.challenges.length + root.model.possibilities.length > 0

        LeadText {
            lead: qsTr("Dette har jeg med meg.")
            words: root.model.resources
            visible: words.length > 0
        }
        LeadText {
            lead: qsTr("Dette er vanskelig nå.")
            words: root.model.challenges
            visible: words.length > 0
        }
        LeadText {
            lead: qsTr("Dette kan vi prøve.")
            words: root.model.possibilities
            visible: words.length > 0
        }
    }
    LayerBox {
        kind: LayerBox.Counsellor
        label: qsTr("Faglig vurdering fra %1", "counsellor's name").arg(root.model.counsellorName)
        visible: root.model.assessment.length > 0

        BodyText {
            text: root.model.assessment
        }
    }
    RowsCard {
        id: plan

        visible: root.model.tasks.count > 0

        StrongText {
            width: plan.contentWidth
            text: qsTr("Plan og oppgaver")
        }
        Repeater {
            model: root.model.tasks

            BodyText {
                required property string what
                required property string detail

                width: plan.contentWidth
                text: qsTr("%1 · %2", "a task, who and when").arg(what).arg(detail)
            }
        }
    }
}
