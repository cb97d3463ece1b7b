// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One alternative, of which several may be chosen, of a list model with the roles `label` and `isChosen`.
//   signal picked(int index)
import Veikart.Controls

MultiChoiceButton {
    id: root

    required property int index
    required property string label
    required property bool isChosen

    signal picked(int index)

    text: label
    selected: isChosen
    onChosen: root.picked(root.index)
}
