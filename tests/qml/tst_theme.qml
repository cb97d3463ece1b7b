// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Theme
import Veikart.Controls

TestCase {
    name: "Theme"

    function luminance(color: color): real {
        const linear = (part) => part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
    }

    function contrast(one: color, other: color): real {
        const lights = [luminance(one), luminance(other)].sort();
        return (lights[1] + 0.05) / (lights[0] + 0.05);
    }

    function test_text_can_be_read_on_its_ground_data() {
        return [
            {tag: "text on surface", text: Theme.textColor, ground: Theme.surface},
            {tag: "subtle on surface", text: Theme.subtle, ground: Theme.surface},
            {tag: "subtle on sunken", text: Theme.subtle, ground: Theme.sunken},
            {tag: "accent on surface", text: Theme.accent, ground: Theme.surface},
            {tag: "accent on soft accent", text: Theme.accent, ground: Theme.accentSoft},
            {tag: "button", text: Theme.textOnAccent, ground: Theme.accent},
            {tag: "client", text: Theme.clientText, ground: Theme.clientSoft},
            {tag: "counsellor", text: Theme.counsellorText, ground: Theme.counsellorSoft},
            {tag: "danger", text: Theme.danger, ground: Theme.dangerSoft},
            {tag: "warning", text: Theme.warning, ground: Theme.warningSoft},
            {tag: "success", text: Theme.success, ground: Theme.successSoft}
        ];
    }

    function test_text_can_be_read_on_its_ground(data) {
        const ratio = contrast(data.text, data.ground);
        verify(ratio >= 4.5, ratio);
    }

    function test_the_border_of_a_control_can_be_seen() {
        verify(contrast(Theme.borderStrong, Theme.raised) >= 3);
        verify(contrast(Theme.focusColor, Theme.surface) >= 3);
    }

    function test_a_tone_is_the_same_everywhere() {
        compare([Badge.Neutral, Badge.Success, Badge.Warning, Badge.Danger, Badge.Accent],
                [Theme.Neutral, Theme.Success, Theme.Warning, Theme.Danger, Theme.Accent]);
        compare([Notice.Warning, PersonRow.Warning, CheckRow.Warning, SideBar.Warning, SideBarItem.Warning],
                [Theme.Warning, Theme.Warning, Theme.Warning, Theme.Warning, Theme.Warning]);
    }
}
