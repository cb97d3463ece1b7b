// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// How large the text is.
pragma ComponentBehavior: Bound

import QtQuick
import Veikart.Controls
import Veikart.Theme

ChipChoice {
    id: root

    readonly property list<real> scales: [1, 1.25, 1.5, 2]

    // -1 where the scale is one that the counsellor's settings alone have.
    function placeOf(scale: real): int {
        for (let i = 0; i < scales.length; ++i) {
            if (scales[i] === scale)
                return i;
        }
        return -1;
    }

    label: qsTr("Tekst")
    choices: [qsTr("Vanlig"), qsTr("Stor"), qsTr("Større"), qsTr("Størst")]
    current: placeOf(Theme.textScale)
    onPicked: (index) => Theme.textScale = root.scales[index]
}
