// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The start of a mapping in two steps: what the counsellor settles, and what the client is told.
//   model: MappingStartViewModel
import QtQuick
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property MappingStartViewModel model
    readonly property bool isPurpose: model.step === MappingStartViewModel.Purpose

    focus: true

    function goBack(): void {
        if (isPurpose)
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
        focus: !root.isPurpose
        model: root.model
        visible: !root.isPurpose
    }
    PurposeStep {
        anchors.fill: parent
        focus: root.isPurpose
        model: root.model
        visible: root.isPurpose
    }
}
