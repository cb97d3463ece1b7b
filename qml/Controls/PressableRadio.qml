// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One of several of which one can be chosen, as a Pressable that the screen reader is told is a radio button, chosen or
// not. Arrows walk and do not choose.
// The page holds the state: `chosen` asks, `selected` shows.    text: string    selected: bool    signal chosen()
import QtQuick
import QtQuick.Templates as T
import Veikart.Theme

T.RadioButton {
    id: root

    property bool selected: false

    signal chosen()

    function press(): void {
        if (enabled)
            clicked();
    }

    function focusNeighbour(forward: bool): void {
        nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    activeFocusOnTab: true
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    font.weight: selected ? Theme.weightStrong : Theme.weightNormal
    checked: selected
    autoExclusive: false

    Accessible.name: text
    Accessible.description: enabled ? "" : qsTr("Kan ikke brukes nå")
    Accessible.focusable: enabled
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()
    Keys.onReturnPressed: root.press()
    Keys.onEnterPressed: root.press()
    Keys.onDownPressed: root.focusNeighbour(true)
    Keys.onUpPressed: root.focusNeighbour(false)

    onClicked: root.chosen()
    // A press turns it by itself; it turns back, and follows the page again.
    onToggled: root.checked = Qt.binding(() => root.selected)
}
