// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A window with one scene of controls under the practice strip.
import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.Controls

Window {
    id: root

    required property string scene
    required property real textScale

    visible: true
    color: Theme.surface
    title: scene
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "textScale"
        value: root.textScale
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PracticeBanner {}
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            source: Qt.resolvedUrl("%1Scene.qml".arg(root.scene))
        }
    }
}
