// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the supervisor needs the case for; kept before anything is shown.    model: SupervisorViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Supervisor

Card {
    id: root

    required property SupervisorViewModel model

    StrongText {
        text: qsTr("Hva trenger du saken for?")
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceM

        Repeater {
            model: root.model.needChoices

            ChipButton {
                required property string modelData

                width: Math.min(implicitWidth, root.contentWidth)
                text: modelData
                selected: root.model.need === modelData

                onChosen: root.model.need = modelData
            }
        }
    }
    TextLineField {
        label: qsTr("Eller med egne ord")
        error: root.model.needError
        text: root.model.need

        onEdited: value => root.model.need = value
        onAccepted: root.model.open()
    }
}
