// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The start of a mapping: what the counsellor settles, what the client is told, and the client's no.
//   model: MappingStartViewModel
import QtQuick
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property MappingStartViewModel model
    readonly property bool isSetUp: model.step === MappingStartViewModel.SetUp
    readonly property bool isPurpose: model.step === MappingStartViewModel.Purpose
    readonly property bool isDeclining: model.step === MappingStartViewModel.Declining

    focus: true

    function goBack(): void {
        if (isDeclining)
            model.reconsider();
        else if (isPurpose)
            model.backToSetUp();
        else
            model.cancel();
    }

    Keys.onEscapePressed: root.goBack()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    SetUpStep {
        anchors.fill: parent
        focus: root.isSetUp
        model: root.model
        visible: root.isSetUp
    }
    PurposeStep {
        anchors.fill: parent
        focus: root.isPurpose
        model: root.model
        visible: root.isPurpose
    }
    DecliningStep {
        anchors.fill: parent
        focus: root.isDeclining
        model: root.model
        visible: root.isDeclining
    }
}
