// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What everything that can be pressed has in common: focus by Tab, and Enter, Space and the screen reader press it.
// PressableRadio and PressableCheck are the same for what can be chosen.
//   text: string    signal clicked()
import QtQuick
import QtQuick.Templates as T
import Veikart.Theme

T.AbstractButton {
    id: root

    function press(): void {
        if (enabled)
            clicked();
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    activeFocusOnTab: true
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize

    Accessible.name: text
    // Qt 6.4 tells the screen reader nothing of what is disabled.
    Accessible.description: enabled ? "" : qsTr("Kan ikke brukes nå")
    Accessible.focusable: enabled
    Accessible.onPressAction: root.press()
    Keys.onReturnPressed: root.press()
    Keys.onEnterPressed: root.press()
}
