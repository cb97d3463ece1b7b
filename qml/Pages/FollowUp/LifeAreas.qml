// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The areas of life a contact was about.    model: ContactViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Followup

Card {
    id: root

    required property ContactViewModel model

    title: qsTr("Livsområder")

    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceM

        Repeater {
            model: root.model.lifeAreas

            MultiChipButton {
                required property int index
                required text
                required property bool isChosen

                width: Math.min(implicitWidth, root.contentWidth)
                selected: isChosen

                onChosen: root.model.toggleLifeArea(index)
            }
        }
    }
}
