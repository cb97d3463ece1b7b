// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Theme
import Veikart.Controls

// A card of rows has room for them, also for those that come while it is out of sight.
Item {
    id: root

    property bool isShown: false
    property int rowCount: 0

    width: Theme.columnWidth
    height: Theme.columnWidth

    PageScroll {
        anchors.fill: parent

        RowsCard {
            id: card

            title: "Plan og oppgaver"
            visible: root.isShown
            header: Badge {
                text: "Bekreftet i dag"
            }

            Repeater {
                id: rows

                model: root.rowCount

                CheckRow {
                    width: card.contentWidth
                    text: "Ringe fastlegen"
                    detail: "Kari · innen fredag"
                }
            }
        }
    }

    TestCase {
        name: "RowsCard"
        when: windowShown

        function init(): void {
            root.isShown = false;
            root.rowCount = 0;
        }

        function bottomOf(row: Item): real {
            return row.mapToItem(card, 0, row.height).y;
        }

        function test_rows_that_came_out_of_sight_have_their_room(): void {
            root.rowCount = 3;
            root.isShown = true;
            tryVerify(() => rows.itemAt(2).y > rows.itemAt(1).y && rows.itemAt(1).y > rows.itemAt(0).y);
            tryVerify(() => bottomOf(rows.itemAt(2)) <= card.height);
            compare(rows.itemAt(0).width, card.contentWidth);
        }

        function test_the_card_follows_rows_that_come_and_go(): void {
            root.isShown = true;
            root.rowCount = 2;
            tryVerify(() => bottomOf(rows.itemAt(1)) <= card.height);
            const before = card.height;
            root.rowCount = 1;
            tryVerify(() => card.height < before);
        }
    }
}
