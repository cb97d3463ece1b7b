// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A text that begins, in bold, with what it is about.    lead, words: string
import QtQuick

BodyText {
    id: root

    property string lead
    property string words

    // What people write is shown as they wrote it, whatever signs it holds.
    function escaped(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n/g, "<br>");
    }

    text: "<b>%1</b> %2".arg(escaped(lead)).arg(escaped(words))
    textFormat: Text.StyledText
    Accessible.name: "%1 %2".arg(lead).arg(words)
}
