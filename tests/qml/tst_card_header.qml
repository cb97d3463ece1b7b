// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Theme
import Veikart.Controls

// A card's header stands beside its title, or under it when there is no room, and never outside the card.
Item {
    id: root

    width: Theme.columnWidth
    height: Theme.columnWidth

    Card {
        id: card

        width: root.width
        height: implicitHeight
        title: "Kartlegging"
        header: Badge {
            id: badge

            width: Math.min(implicitWidth, card.contentWidth)
            text: "Bekreftet i dag"
        }

        BodyText {
            id: words

            text: "Her kommer det Amina selv sier i kartleggingen."
        }
    }

    TestCase {
        name: "CardHeader"
        when: windowShown

        function cleanup(): void {
            Theme.textScale = 1;
            badge.text = "Bekreftet i dag";
            card.width = Qt.binding(() => root.width);
        }

        function heading(): Item {
            for (let i = 0; i < card.children.length; ++i) {
                if (card.children[i] instanceof HeadingText)
                    return card.children[i];
            }
            return null;
        }

        function topOf(item: Item): real {
            return item.mapToItem(card, 0, 0).y;
        }

        function test_a_short_state_stands_beside_the_title(): void {
            tryCompare(card, "stacked", false);
            tryVerify(() => topOf(badge) < topOf(heading()) + heading().height);
            verify(badge.mapToItem(card, badge.width, 0).x > card.width - Theme.spaceXl - 1);
        }

        function test_a_long_state_stands_under_the_title_and_in_the_card_data() {
            return [
                {tag: "in the usual size", width: 420, scale: 1},
                {tag: "at 200 %", width: 420, scale: 2}
            ];
        }

        function test_a_long_state_stands_under_the_title_and_in_the_card(data): void {
            Theme.textScale = data.scale;
            card.width = data.width;
            badge.text = "Bekreftet 12. mars 2025 · Sa nei takk tirsdag 17. november";
            tryCompare(card, "stacked", true);
            tryVerify(() => topOf(badge) >= topOf(heading()) + heading().height);
            tryVerify(() => topOf(words) >= topOf(badge) + badge.height);
            compare(heading().lineCount, 1);
            const start = badge.mapToItem(card, 0, 0).x;
            compare(start, Theme.spaceXl);
            verify(start + badge.width <= card.width - Theme.spaceXl);
            verify(!badge.children[0].truncated);
            verify(badge.children[0].width <= badge.width);
            badge.text = "Bekreftet";
            card.width = 1200;
            tryCompare(card, "stacked", false);
            tryVerify(() => topOf(badge) < topOf(heading()) + heading().height);
        }
    }
}
