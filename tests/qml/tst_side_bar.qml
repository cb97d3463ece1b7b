// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Theme
import Veikart.Controls

// The places stand under each other at the side, and beside each other where the bar lies down.
Item {
    id: root

    property bool isNarrow: false
    property int placeCount: 3

    width: Theme.columnWidth
    height: Theme.columnWidth

    SideBar {
        id: bar

        width: root.isNarrow ? root.width : implicitWidth
        height: root.isNarrow ? implicitHeight : root.height
        compact: root.isNarrow
        title: "Veikart"
        status: "Alt er sendt til kontoret"

        Repeater {
            id: places

            model: root.placeCount

            SideBarItem {
                required property int index

                text: ["Brukere", "Avtaler", "Innstillinger", "Mer"][index]
            }
        }
    }

    TestCase {
        name: "SideBar"
        when: windowShown

        function init(): void {
            root.isNarrow = false;
            root.placeCount = 3;
        }

        function inView(place: Item): bool {
            const at = place.mapToItem(bar, 0, 0);
            return place.width >= Theme.target && place.height >= Theme.target
                && at.x >= 0 && at.x + place.width <= bar.width && at.y >= 0 && at.y + place.height <= bar.height;
        }

        function test_upright_the_places_stand_under_each_other_and_are_equally_wide(): void {
            tryVerify(() => places.itemAt(1).y >= places.itemAt(0).height);
            compare(places.itemAt(1).width, places.itemAt(0).width);
            tryVerify(() => [0, 1, 2].every(index => inView(places.itemAt(index))));
        }

        function test_lying_down_the_places_stand_beside_each_other(): void {
            root.isNarrow = true;
            tryVerify(() => places.itemAt(1).x >= places.itemAt(0).width);
            tryVerify(() => [0, 1, 2].every(index => inView(places.itemAt(index))));
        }

        function test_a_place_may_come_and_go(): void {
            root.placeCount = 4;
            tryVerify(() => places.itemAt(3).y > places.itemAt(2).y);
            root.placeCount = 1;
            tryVerify(() => places.count === 1 && inView(places.itemAt(0)));
        }
    }
}
