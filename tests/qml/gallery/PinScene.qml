// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.Controls

PageScroll {
    HeadingText {
        color: Theme.accent
        horizontalAlignment: Text.AlignHCenter
        level: 1
        text: "Veikart"
    }
    BodyText {
        color: Theme.subtle
        horizontalAlignment: Text.AlignHCenter
        text: "Hei, Kari. Skriv PIN-koden din."
    }
    PinPad {
        Layout.alignment: Qt.AlignHCenter
        digits: "123"
    }
    SecondaryText {
        color: Theme.warning
        horizontalAlignment: Text.AlignHCenter
        text: "Feil PIN. Du har 4 forsøk igjen."
    }
    SecondaryText {
        horizontalAlignment: Text.AlignHCenter
        text: "Fungerer uten nett. Alt på nettbrettet er kryptert."
    }
}
