// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Whom a case is handed over to or shared with, and for a deputy how long; nothing until it is asked for.
//   model: AccessViewModel
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Office

Card {
    id: root

    required property AccessViewModel model
    readonly property bool isDeputy: model.step === AccessViewModel.AddingDeputy

    title: {
        switch (model.step) {
        case AccessViewModel.HandingOver: return qsTr("Overfør saken");
        case AccessViewModel.AddingSecond: return qsTr("Legg til medveileder");
        case AccessViewModel.AddingDeputy: return qsTr("Legg til vikar");
        default: return "";
        }
    }
    visible: model.step !== AccessViewModel.Looking

    onVisibleChanged: {
        if (visible)
            people.takeFocus();
    }

    FieldLabel {
        id: question

        text: root.model.step === AccessViewModel.HandingOver ? qsTr("Hvem får saken?") : qsTr("Hvem?")
        visible: people.visible
    }
    ChipChoice {
        id: people

        choices: root.model.staffNames
        current: root.model.chosen
        error: root.model.staffProblem
        visible: choices.length > 0
        Accessible.name: question.text

        onPicked: index => root.model.choose(index)
    }
    SecondaryText {
        text: qsTr("Listen over ansatte er ikke kommet fra kontoret ennå.")
        visible: root.model.staffNames.length === 0
    }
    DateField {
        label: qsTr("Første dag")
        error: root.model.fromProblem
        quickLabels: root.model.fromLabels
        quickValues: root.model.fromValues
        value: root.model.from
        visible: root.isDeputy

        onPicked: value => root.model.from = value
    }
    DateField {
        label: qsTr("Siste dag")
        error: root.model.untilProblem
        quickLabels: root.model.untilLabels
        quickValues: root.model.untilValues
        value: root.model.until
        visible: root.isDeputy

        onPicked: value => root.model.until = value
    }
    BodyText {
        text: root.model.consequence
        visible: text.length > 0
    }
}
