// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The first of Theme's three layers: every colour value of the app, named by what it looks like.
import QtQuick

QtObject {
    readonly property string white: "#FFFFFF"
    readonly property string linen: "#F6F4F0"
    readonly property string stone: "#ECE9E3"
    readonly property string ink: "#1B2327"
    readonly property string slate: "#4A5760"
    readonly property string mist: "#CBD2D6"
    readonly property string steel: "#6B7982"
    readonly property string fjord: "#0B5563"
    readonly property string fjordDeep: "#073F4A"
    readonly property string fjordMist: "#E1EFF1"
    readonly property string sand: "#FFF3DC"
    readonly property string umber: "#6B4300"
    readonly property string sky: "#E6EEF9"
    readonly property string indigo: "#1F4B8F"
    readonly property string brick: "#B3261E"
    readonly property string brickMist: "#FBE9E7"
    readonly property string ochre: "#7A5200"
    readonly property string ochreMist: "#FFF4D6"
    readonly property string pine: "#1F6B3A"
    readonly property string pineMist: "#E4F3E8"
}
