// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What a contact was, in three taps: type, manner, how long; and where.    model: ContactViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Followup

ColumnLayout {
    id: root

    required property ContactViewModel model
    readonly property list<int> minuteChoices: [15, 30, 50, 90]
    readonly property int typesShown: 5
    readonly property int placesShown: 4
    property bool showsAllTypes: false
    property bool showsAllPlaces: false

    // Of a draft the chosen one is in sight.
    function openWhatIsChosen(): void {
        showsAllTypes = model.type >= typesShown;
        showsAllPlaces = model.place >= placesShown;
    }

    Layout.fillWidth: true
    spacing: Theme.spaceM

    ChipChoice {
        label: qsTr("Type")
        choices: root.model.typeChoices
        current: root.model.type
        error: root.model.typeProblem
        limit: root.showsAllTypes ? choices.length : root.typesShown

        onPicked: index => root.model.type = index

        ChipAction {
            text: qsTr("Mer")
            visible: !root.showsAllTypes

            onClicked: root.showsAllTypes = true
        }
    }
    ChipChoice {
        label: qsTr("Hvordan")
        choices: [qsTr("Planlagt"), qsTr("Ikke planlagt"), qsTr("Akutt")]
        current: root.model.manner

        onPicked: index => root.model.manner = index
    }
    ChipFlow {
        label: qsTr("Hvor lenge")

        Repeater {
            model: root.minuteChoices

            ChipButton {
                required property int modelData

                text: qsTr("%n min", "how long", modelData)
                selected: root.model.clientCame && root.model.minutes === modelData

                onChosen: {
                    root.model.clientCame = true;
                    root.model.minutes = modelData;
                }
            }
        }
        ChipButton {
            text: qsTr("Møtte ikke")
            selected: !root.model.clientCame

            onChosen: root.model.clientCame = false
        }
    }
    ChipChoice {
        label: qsTr("Sted")
        choices: root.model.placeChoices
        current: root.model.place
        limit: root.showsAllPlaces ? choices.length : root.placesShown

        onPicked: index => root.model.place = index

        ChipAction {
            text: qsTr("Mer")
            visible: !root.showsAllPlaces

            onClicked: root.showsAllPlaces = true
        }
    }
}
