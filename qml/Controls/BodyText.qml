// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Running text, wrapped. Base of the other texts.
//   text: string    client: bool (the client's size)
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Text {
    id: root

    property bool client: false

    Layout.fillWidth: true
    color: Theme.textColor
    font.family: Theme.fontFamily
    font.pixelSize: client ? Theme.clientBodySize : Theme.bodySize
    font.weight: Theme.weightNormal
    horizontalAlignment: Text.AlignLeft
    lineHeight: Math.round(font.pixelSize * Theme.lineHeight)
    lineHeightMode: Text.FixedHeight
    linkColor: Theme.accent
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: textFormat === Text.StyledText ? text.replace(/<[^>]*>/g, "") : text
}
