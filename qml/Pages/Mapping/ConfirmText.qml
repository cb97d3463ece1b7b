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
    RowsCard {
        id: conclusion

        visible: root.model.parts.count > 0

        Repeater {
            model: root.model.parts

            LeadText {
                required lead
                required words

                width: conclusion.contentWidth
            }
        }
    }
    LayerBox {
        kind: LayerBox.Counsellor
        label: root.model.assessmentLabel
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
