// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Controls

// The page's actions stay on the page, however long the line below its name is, and also when the tablet is turned.
Item {
    id: root

    width: 800
    height: 1280

    PageScroll {
        id: scroll

        anchors.fill: parent
        maximumWidth: 0

        PageHeading {
            id: heading

            text: "Det som ikke er sendt"
            subtitle: "1 endring venter. Alt er trygt lagret her til kontoret har det. 1 endring ble ikke tatt imot."

            AppButton {
                kind: AppButton.Quiet
                text: "Lagre i en fil"
            }
            AppButton {
                id: send

                text: "Send nå"
            }
        }
    }
    TestCase {
        name: "PageHeading"
        when: windowShown

        function end(): real { // of the last action
            return send.mapToItem(heading, send.width, 0).x;
        }

        function test_actions_stay_on_the_page_when_the_tablet_is_turned() {
            for (const width of [800, 1280, 800, 820, 1280, 800]) {
                root.width = width;
                tryVerify(() => Math.abs(end() - heading.width) < 1, 2000, "at " + width + ": " + end() + " of " + heading.width);
            }
        }
    }
}
