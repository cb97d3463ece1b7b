// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Client

// Everything the client has answered, to be looked over and changed.
FocusScope {
    id: root

    required property SurveyViewModel survey

    focus: true

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: Theme.px(190)
            edgeMargin: Theme.spaceXxl
            spacing: Theme.spaceS

            PageHeading {
                text: qsTr("Svarene dine")
                subtitle: qsTr("Trykk på et svar for å endre det.")
            }
            // A positioner, because Qt 6.4's layouts still lay out rows that a changed model has taken away.
            Column {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Repeater {
                    model: root.survey.review

                    ColumnLayout {
                        id: row

                        required property int index
                        required property string theme
                        required property string question
                        required property string answer
                        required property string more

                        width: scroll.columnWidth
                        spacing: Theme.spaceS

                        HeadingText {
                            level: 3
                            Layout.topMargin: Theme.spaceL
                            visible: row.theme.length > 0
                            text: row.theme
                        }
                        ListCard {
                            PersonRow {
                                name: row.question
                                detail: row.more.length > 0 ? qsTr("%1 · «%2»").arg(row.answer).arg(row.more)
                                                            : row.answer
                                onActivated: root.survey.goTo(row.index)
                            }
                        }
                    }
                }
            }
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.px(190)
            trailing: [
                AppButton {
                    focus: true
                    large: true
                    wide: true
                    text: qsTr("Ferdig")
                    onClicked: root.survey.closeReview()
                }
            ]
        }
    }
}
