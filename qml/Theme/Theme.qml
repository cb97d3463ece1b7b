// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Colours, sizes and type of the whole app, in three layers: raw (RawColors) -> role -> state.
// Every measure is a multiple of `unit`, 4 px at 100 %, so all of it follows `textScale`.
pragma Singleton
import QtQuick

QtObject {
    id: root

    // What a short text stands for; Badge, Notice, PersonRow and CheckRow have the same values in the same order.
    enum Tone { Neutral, Success, Warning, Danger, Accent }

    // The user's text size setting, 1.0 to 2.0.
    property real textScale: 1
    readonly property real unit: 4 * Math.min(2, Math.max(1, textScale))

    readonly property RawColors raw: RawColors {}

    // Roles: surfaces and text
    readonly property color surface: raw.linen
    readonly property color raised: raw.white
    readonly property color sunken: raw.stone
    readonly property color textColor: raw.ink
    readonly property color subtle: raw.slate
    readonly property color border: raw.mist
    readonly property color borderStrong: raw.steel
    readonly property color accent: raw.fjord
    readonly property color accentStrong: raw.fjordDeep
    readonly property color accentSoft: raw.fjordMist
    readonly property color textOnAccent: raw.white

    // Roles: whose words
    readonly property color clientSoft: raw.sand
    readonly property color clientText: raw.umber
    readonly property color counsellorSoft: raw.sky
    readonly property color counsellorText: raw.indigo

    // Roles: meanings
    readonly property color danger: raw.brick
    readonly property color dangerSoft: raw.brickMist
    readonly property color warning: raw.ochre
    readonly property color warningSoft: raw.ochreMist
    readonly property color success: raw.pine
    readonly property color successSoft: raw.pineMist

    // States
    readonly property color focusColor: accentStrong
    readonly property color pressedRow: sunken
    readonly property color disabledFill: sunken
    readonly property color disabledText: subtle
    readonly property color placeholder: subtle
    readonly property color selection: accentSoft

    // Type
    readonly property string fontFamily: "Source Sans 3"
    readonly property int weightNormal: 400
    readonly property int weightStrong: 600
    readonly property int weightBold: 700
    readonly property int smallSize: px(4)
    readonly property int secondarySize: px(4.5)
    readonly property int bodySize: px(5)
    readonly property int clientBodySize: px(5.5)
    readonly property int headingSmall: px(6)
    readonly property int headingMedium: px(8)
    readonly property int headingLarge: px(10)
    readonly property int pinSize: px(7)
    readonly property real lineHeight: 1.4

    // Space
    readonly property int spaceXs: px(1)
    readonly property int spaceS: px(2)
    readonly property int spaceM: px(3)
    readonly property int spaceL: px(4)
    readonly property int spaceXl: px(6)
    readonly property int spaceXxl: px(8)
    readonly property int spaceXxxl: px(12)

    // Targets and marks
    readonly property int target: px(12)
    readonly property int clientTarget: px(14)
    readonly property int buttonHeight: px(13)
    readonly property int clientButtonHeight: px(15)
    readonly property int rowHeight: px(21)
    readonly property int markSize: px(6.5)
    readonly property int markDotSize: px(3.5)
    readonly property int avatarSize: px(11)
    readonly property int avatarLargeSize: px(14)
    readonly property int pinDotSize: px(5.5)
    readonly property int pinKeyWidth: px(28)
    readonly property int pinKeyHeight: px(19)
    readonly property int scrollBarWidth: px(2)

    // Lines and corners
    readonly property int hairline: px(0.25)
    readonly property int borderControl: px(0.5)
    readonly property int focusRing: px(0.75)
    readonly property int radiusControl: px(2)
    readonly property int radiusCard: px(3)

    // Columns
    readonly property int questionWidth: px(170)
    readonly property int columnWidth: px(180)
    readonly property int wideColumnWidth: px(230)
    readonly property int sidebarWidth: px(58)
    readonly property int fieldWidth: px(75)
    readonly property int mainActionWidth: px(42.5)
    readonly property int previewHeight: px(44)
    readonly property int labelWidth: px(24)
    readonly property int pageMargin: px(9)
    // Below this width the side bar lies down and columns stack.
    readonly property int narrowWidth: px(225)

    function px(units: real): int {
        return Math.round(units * unit);
    }

    function toneColor(tone: int): color {
        return [subtle, success, warning, danger, accent][tone];
    }

    function toneSoft(tone: int): color {
        return [sunken, successSoft, warningSoft, dangerSoft, accentSoft][tone];
    }
}
