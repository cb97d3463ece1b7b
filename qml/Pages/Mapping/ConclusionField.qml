// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One question of the conclusion form.    roles of ConclusionViewModel.fields    model: ConclusionViewModel
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property ConclusionViewModel model
    required property string key
    required property string label
    required property string hint
    required property int kind
    required property string value
    required property bool isTicked
    required property bool isCounsellors
    required property bool isAsked

    implicitHeight: field.implicitHeight
    visible: isAsked

    Loader {
        id: field

        anchors.left: parent.left
        anchors.right: parent.right
        focus: true
        sourceComponent: {
            switch (root.kind) {
            case ConclusionViewModel.YesNo:
                return tick;
            case ConclusionViewModel.Date:
                return date;
            default:
                return root.isCounsellors ? assessment : words;
            }
        }
    }
    // Qt 6.4 has no Loader for bound components, and without the pragma qmllint can't follow `root` into these.
    // qmllint disable unqualified
    Component {
        id: words

        HeldField {
            focus: true
            hint: root.hint
            label: root.label
            minimumLines: root.kind === ConclusionViewModel.Line ? 1 : 2
            value: root.value

            onWritten: text => root.model.write(root.key, text)
        }
    }
    Component {
        id: assessment

        LayerBox {
            kind: LayerBox.Counsellor
            label: "%1 · %2".arg(root.label).arg(root.hint)

            HeldField {
                accessibleName: root.label
                placeholder: qsTr("Skriv")
                value: root.value

                onWritten: text => root.model.write(root.key, text)
            }
        }
    }
    Component {
        id: tick

        CheckRow {
            checked: root.isTicked
            text: root.label

            onToggled: value => root.model.tick(root.key, value)
        }
    }
    Component {
        id: date

        DateField {
            label: root.label
            past: true
            value: root.value

            onPicked: value => root.model.pickDate(root.key, value)
        }
    }
    // qmllint enable unqualified

    // Once: a binding would take the focus back whenever the model has something to say.
    Component.onCompleted: root.focus = root.key === root.model.firstField
}
