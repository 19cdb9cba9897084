// Written by `npm run api-types` from /openapi.json. Do not edit.
export interface paths {
    "/api/welcome/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a welcome link still opens the house */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: boolean;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Found the first organization with its administrator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        name: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                        timeZone: string;
                        waysIn: ("certification" | "voice" | "planning")[];
                        person: {
                            name: string;
                            /** Format: email */
                            email: string;
                            password: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/welcome/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look around: build the demo, once, and step into it. The link is not used up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/demo/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the demo, to step into */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                membership: string;
                                name: string;
                                /** @enum {string} */
                                side: "organization" | "customer";
                                customer: string | null;
                                roles: string[];
                                organization: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/demo/step-into": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become another person of the demo */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        membership: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person and his memberships */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has accepted yet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                email: string;
                                /** @enum {string} */
                                side: "organization" | "customer";
                                customer: string | null;
                                roles: string[];
                                inviter: string;
                                /** Format: date-time */
                                invitedAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite a colleague, or a person of a customer, by mail and link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        name: string;
                        /** @default null */
                        customer?: null;
                        /** @default null */
                        team?: string | null;
                        roles: ("administrator" | "quality-manager" | "planner" | "team-lead" | "technician" | "member")[];
                    } | {
                        /** Format: email */
                        email: string;
                        name: string;
                        /** Format: uuid */
                        customer: string;
                        /** @default null */
                        team?: null;
                        roles: ("auditor" | "scheduler" | "approver" | "reader")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            invitation: string;
                            link: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/invitations/{invitation}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an invitation: its link opens nothing any more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invitation: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who invites, to what, as what */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join: as the signed-in person, or as a new one with name and password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who belongs or belonged here, on either side, by name */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    find?: string;
                    customer?: string;
                    state?: "present" | "ended";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Member"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/members/{membership}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change roles and team of somebody */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    membership: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        roles: ("administrator" | "quality-manager" | "planner" | "team-lead" | "technician" | "member" | "auditor" | "scheduler" | "approver" | "reader")[];
                        /** @default null */
                        team?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/members/{membership}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a membership; what the person wrote stays under the name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    membership: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The teams, and how many people each has */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                people: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a team */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a team another name */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers of the organization */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                language: "en" | "fr";
                                conflictClass: string | null;
                                waysIn: ("certification" | "voice" | "planning")[];
                                people: number;
                                open: number;
                                unacknowledged: number;
                                secrets: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a customer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                        /** @default null */
                        conflictClass?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/customers/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, language and conflict class of a customer */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                        /** @default null */
                        conflictClass?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My keys; for an administrator those of everybody */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                hint: string;
                                owner: string;
                                mine: boolean;
                                scopes: ("read" | "write" | "edi")[];
                                /** Format: date-time */
                                createdAt: string;
                                expiresAt: string | null;
                                revokedAt: string | null;
                                lastUsedOn: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a key. It is shown once, in this answer; only its hash is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        scopes: ("read" | "write" | "edi")[];
                        expiresAt?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            key: string;
                            hint: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/api-keys/{key}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a key of mine; an administrator revokes any */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, language, time zone and ways in of the organization */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                        timeZone: string;
                        waysIn: ("certification" | "voice" | "planning")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail, newest first: what left, and what would have left if a mail server were configured */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                recipient: string;
                                customer: string | null;
                                subject: string;
                                body: string;
                                /** Format: date-time */
                                writtenAt: string;
                                sentAt: string | null;
                                failure: string | null;
                            }[];
                            next: string | null;
                            sendsMail: boolean;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interventions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Interventions, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    channel?: "certification" | "voice" | "planning";
                    customer?: string;
                    state?: "open" | "offered" | "answered" | "refused" | "withdrawn";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Intervention"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Say something to the organization, in one’s own words; under an id of one’s own it may be sent again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id?: string;
                        /** @enum {string} */
                        channel: "certification" | "voice" | "planning";
                        words: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interventions/{intervention}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One intervention, and what became of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    intervention: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number | null;
                            /** @enum {string} */
                            channel: "certification" | "voice" | "planning";
                            customer: string | null;
                            customerId: string | null;
                            words: string;
                            language: string;
                            source: {
                                kind: string;
                                id: string | null;
                            };
                            /** @enum {string} */
                            consent: "by-name" | "without-name" | "none";
                            /** Format: date-time */
                            happenedAt: string;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @enum {string} */
                            state: "open" | "offered" | "answered" | "refused" | "withdrawn";
                            dueAt: string | null;
                            assignee: {
                                /** Format: uuid */
                                membership: string;
                                name: string;
                            } | null;
                            answer: {
                                words: string;
                                language: string | null;
                                at: string | null;
                                by: string | null;
                            } | null;
                            rule: {
                                /** Format: uuid */
                                id: string;
                                label: string;
                                title: string;
                            } | null;
                            outcomes: {
                                proposal: {
                                    /** Format: uuid */
                                    id: string;
                                    number: number;
                                    title: string;
                                    state: string;
                                };
                                rule: {
                                    /** Format: uuid */
                                    id: string;
                                    label: string;
                                    title: string;
                                };
                                decision: {
                                    /** @enum {string} */
                                    outcome: "adopted" | "refused";
                                    version: number | null;
                                    /** Format: date-time */
                                    decidedAt: string;
                                } | null;
                            }[];
                            similar: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                words: string;
                                language: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interventions/{intervention}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an intervention, with reasons */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    intervention: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "answered" | "refused";
                        words: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interventions/{intervention}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask a colleague to answer; null gives it back to those whose role it is */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    intervention: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        assignee: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules in force */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    kind?: "procedure" | "planning" | "service";
                    regulation?: "control" | "autonomous" | "joint";
                    owner?: string;
                    customer?: string;
                    sort?: "number" | "review";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["RuleRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/parameters/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The parameters by which rules of a kind can act, with unit and bounds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "procedure" | "planning" | "service";
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                name: string;
                                label: string;
                                unit: string | null;
                                minimum: number | null;
                                maximum: number | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule, in the version in force */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a rule with their decisions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                version: number;
                                title: string;
                                /** Format: date-time */
                                inForceFrom: string;
                                proposal: {
                                    /** Format: uuid */
                                    id: string;
                                    number: number;
                                    title: string;
                                };
                                decision: {
                                    by: string;
                                    method: string;
                                    reasons: string;
                                };
                                changedBlocks: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule, in one of its versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    version: number;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/versions/{version}/difference/{with}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The difference of two versions, by words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    version: number;
                    with: number;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            blocks: components["schemas"]["BlockDifference"][];
                            parameters: {
                                name: string;
                                before: number | boolean | null;
                                after: number | boolean | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works by the version in force, who applies it differently and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** @enum {string} */
                                kind: "in-use" | "differently" | "read";
                                team: string | null;
                                because: string;
                                block: string | null;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Say that one works by the rule, applies it differently, or has read it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "in-use";
                    } | {
                        /** @enum {string} */
                        kind: "read";
                    } | {
                        /** @enum {string} */
                        kind: "differently";
                        because: string;
                        /** @default null */
                        block?: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/use/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back that one has read the version in force */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the rule acted, with the version used */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                subject: {
                                    kind: string;
                                    /** Format: uuid */
                                    id: string;
                                };
                                /** Format: date-time */
                                at: string;
                                version: number;
                                parameters: {
                                    [key: string]: number | boolean;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hand the rule over, or set when it is reviewed */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        owner?: string;
                        reviewOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/versions/{version}/blocks/{block}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a block comes from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    version: number;
                    block: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lineage"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/versions/{version}/parameters/{name}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the value of a parameter comes from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    version: number;
                    name: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lineage"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/versions/{version}/blocks/{block}/lineage.prov.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a block comes from, as W3C PROV-JSON */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    version: number;
                    block: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/versions/{version}/parameters/{name}/lineage.prov.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the value of a parameter comes from, as W3C PROV-JSON */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    version: number;
                    name: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    state?: "draft" | "open" | "decided" | "refused" | "withdrawn";
                    kind?: "procedure" | "planning" | "service";
                    rule?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["ProposalRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin a proposal: a change to a rule, or a new rule */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id?: string;
                        title: string;
                        /** @default  */
                        why?: string;
                        /**
                         * @default by-owner
                         * @enum {string}
                         */
                        method?: "by-owner" | "by-consent";
                        /** @default [] */
                        interventions?: string[];
                        on: {
                            /** @enum {string} */
                            kind: "rule";
                            /** Format: uuid */
                            rule: string;
                            /** @enum {string} */
                            regulation?: "control" | "autonomous" | "joint";
                        } | {
                            /** @enum {string} */
                            kind: "new-rule";
                            rule: {
                                /** @enum {string} */
                                kind: "procedure" | "planning" | "service";
                                /** @enum {string} */
                                regulation: "control" | "autonomous" | "joint";
                                title: string;
                                /** @default null */
                                label?: string | null;
                                /** @enum {string} */
                                language: "en" | "fr";
                                /** @default null */
                                customer?: string | null;
                                reviewOn?: string | null;
                                /** @default [] */
                                blocks?: components["schemas"]["BlockContentInput"][];
                                /** @default {} */
                                parameters?: {
                                    [key: string]: number | boolean;
                                };
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            proposal: string;
                            number: number;
                            /** Format: uuid */
                            rule: string;
                            label: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/interventions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose words the proposal answers, and at which block or parameter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        intervention: string;
                        /** @default null */
                        block?: string | null;
                        /** @default null */
                        parameter?: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft before everybody, with its effect on working conditions and its term */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        why?: string;
                        /** @enum {string} */
                        method: "by-owner" | "by-consent";
                        term?: string | null;
                        effect: {
                            hours: string;
                            pace: string;
                            mobility: string;
                            autonomy: string;
                        };
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Argue, or object on a ground of working conditions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "argument" | "objection";
                        /** @default null */
                        ground?: ("hours" | "pace" | "mobility" | "autonomy" | "other") | null;
                        /** @default null */
                        block?: string | null;
                        words: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            remark: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/remarks/{remark}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an argument or an objection */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    remark: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/remarks/{remark}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an own argument or objection back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    remark: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/voice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Consent to an open proposal, or take consent back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        voice: "consent" | "silent";
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/rebase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft onto the version now in force, choosing where both changed a block */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default {} */
                        choices?: {
                            [key: string]: "mine" | "theirs";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            base: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an own proposal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an open proposal; the owner of the rule signs with his password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "adopted" | "refused";
                        reasons: string;
                        meaning: string;
                        credential: {
                            /** @default  */
                            password?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            decision: string;
                            /** Format: uuid */
                            rule: string;
                            version: number | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of a proposal: its blocks with revision and last author */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Draft"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change blocks of a draft, all or none */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: ({
                            /** @enum {string} */
                            kind: "insert";
                            /** Format: uuid */
                            block: string;
                            after: string | null;
                            content: components["schemas"]["BlockContentInput"];
                            /** @default false */
                            secret?: boolean;
                            /** @default null */
                            from?: string | null;
                        } | {
                            /** @enum {string} */
                            kind: "write";
                            /** Format: uuid */
                            block: string;
                            revision: number;
                            content: components["schemas"]["BlockContentInput"];
                        } | {
                            /** @enum {string} */
                            kind: "secrecy";
                            /** Format: uuid */
                            block: string;
                            revision: number;
                            secret: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "move";
                            /** Format: uuid */
                            block: string;
                            after: string | null;
                        } | {
                            /** @enum {string} */
                            kind: "remove";
                            /** Format: uuid */
                            block: string;
                            revision: number;
                        } | {
                            /** @enum {string} */
                            kind: "restore";
                            /** Format: uuid */
                            block: string;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revisions: {
                                [key: string]: number;
                            };
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/parameters/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a parameter in a draft */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    name: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        value: number | boolean;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that one has the draft open, and learn who else has */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        block?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                membership: string;
                                name: string;
                                block: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Say that one has closed the draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search over everything that the caller may see */
        get: {
            parameters: {
                query?: {
                    q?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            found: {
                                kind: string;
                                /** Format: uuid */
                                id: string;
                                label: string;
                                title: string;
                                passage: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/customers/{customer}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that a customer has touched: agreed with him, or changed by his words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                label: string;
                                title: string;
                                version: number;
                                agreed: boolean;
                                words: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Colleagues: who can own a rule, be asked, be assigned */
        get: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                membership: string;
                                name: string;
                                roles: string[];
                                team: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For me: what waits for the caller, by term */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: components["schemas"]["WaitingLine"][];
                            later: {
                                line: components["schemas"]["WaitingLine"];
                                /** Format: date */
                                until: string;
                            }[];
                            now: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/waiting/later": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a line of For me off until a day; null brings it back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "answer" | "decide" | "consent" | "read" | "rebase" | "acknowledge" | "take-offer" | "transmit" | "sign" | "write" | "invite" | "add-customer" | "take-in" | "join" | "send" | "cover";
                        subject: {
                            kind: string;
                            id: string;
                        };
                        until: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller did today, newest first, and what of it he can take back */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: components["schemas"]["DoneLine"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ledger entries, newest first; a customer reads his own */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    kind?: string;
                    subject?: string;
                    customer?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["LedgerEntry"][];
                            next: string | null;
                            size: number;
                            difference: {
                                entry: number;
                                what: string;
                            } | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/ledger/entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry with its body, if it was not erased */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            index: number | null;
                            kind: string;
                            subject: {
                                kind: string;
                                /** Format: uuid */
                                id: string;
                            };
                            page: {
                                kind: string;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            customer: string | null;
                            /** Format: date-time */
                            writtenAt: string;
                            /** @enum {string} */
                            state: "open" | "erased" | "withheld";
                            gist: {
                                text: string;
                                quotedIn: string | null;
                            } | null;
                            commitment: string;
                            body: unknown | null;
                            proof: string[];
                            size: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/ledger/entries/{entry}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of an entry, as a file that is checked offline */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/ledger/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest checkpoint (C2SP tlog-checkpoint) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/ledger/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key that signs the checkpoints, to be pinned */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/ledger/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the ledger of one size continues that of a smaller one (RFC 9162, 2.1.4) */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            proof: string[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/ledger/tile/{*}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tile or entry bundle (C2SP tlog-tiles) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    "*": string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/composer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The blocks of the version in force and what each customer may get of them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Composer"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/transmissions/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make what would leave for each customer, to be read before it is signed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        customers: {
                            /** Format: uuid */
                            customer: string;
                            withheld: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            prepared: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                customer: string;
                                sha256: string;
                                document: components["schemas"]["VisibleDocument"];
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/transmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign and send what was prepared */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        prepared: string[];
                        dueOn?: string | null;
                        meaning: string;
                        credential: {
                            /** @default  */
                            password?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sent: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                customer: string;
                                number: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transmissions; a customer reads what he received */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    customer?: string;
                    rule?: string;
                    state?: "waiting" | "acknowledged" | "superseded";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["TransmissionRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transmissions/{transmission}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transmission: what was sent and what became of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transmission: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transmission"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transmissions/{transmission}/document.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact bytes that were sent, as JSON */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transmission: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transmissions/{transmission}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact bytes that were sent, as PDF */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transmission: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transmissions/{transmission}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge, by name, what was received */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transmission: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transmissions/{transmission}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a block that is withheld */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transmission: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            intervention: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/transmissions/{transmission}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind the customer by mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transmission: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            written: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grants of secret blocks; those that end first on top */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    rule?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Grant"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Grant one secret block to one customer under an agreement */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        meaning: string;
                        credential: {
                            /** @default  */
                            password?: string;
                        };
                        /** Format: uuid */
                        rule: string;
                        /** Format: uuid */
                        block: string;
                        /** Format: uuid */
                        customer: string;
                        agreement: string;
                        until?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            waits: boolean;
                            rivals: string[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/disclosures/{disclosure}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a grant as the second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    disclosure: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        meaning: string;
                        credential: {
                            /** @default  */
                            password?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/disclosures/{disclosure}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a grant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    disclosure: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        meaning: string;
                        credential: {
                            /** @default  */
                            password?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a picture: PNG, JPEG, GIF or WebP, 10 MB at most */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a picture */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes as they happen (text/event-stream) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/captures/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers and known sites, for a phone to keep while there is no network */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customers: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                sites: string[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/captures/{capture}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep an expectation under the id that the phone made; sending it again has no further effect */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    capture: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        customer: string | null;
                        label: string;
                        site: string;
                        words: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                        /** @enum {string} */
                        consent: "by-name" | "without-name" | "none";
                        contact: {
                            mail: string | null;
                            phone: string | null;
                        };
                        view: string | null;
                        /** Format: date-time */
                        happenedAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            receivedAt: string;
                            /** Format: date-time */
                            leadFrom: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/captures/{capture}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a photo of an expectation, without the place where it was taken */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    capture: string;
                    photo: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/expectations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Expectations, newest first: of one’s team, and whatever is joined to a theme */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    team?: "mine";
                    theme?: string;
                    joined?: "yes" | "no";
                    consent?: "by-name" | "without-name" | "none";
                    words?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Expectation"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/expectations/{expectation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One expectation: the words; for the team the technician’s view and the photos; consent and answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    expectation: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            words: string;
                            /** @enum {string} */
                            language: "en" | "fr";
                            customer: string | null;
                            customerId: string | null;
                            site: string;
                            /** @enum {string} */
                            consent: "by-name" | "without-name" | "none";
                            heard: number;
                            iHeard: boolean;
                            mine: boolean;
                            myTeam: boolean;
                            /** @enum {string} */
                            state: "peers" | "heard" | "in-a-theme" | "answered" | "withdrawn";
                            theme: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                /** @enum {string} */
                                language: "en" | "fr";
                            } | null;
                            photos: number;
                            /** Format: date-time */
                            happenedAt: string;
                            /** Format: date-time */
                            receivedAt: string;
                            /** Format: date-time */
                            leadFrom: string;
                            view: {
                                text: string;
                                /** @enum {string} */
                                language: "en" | "fr";
                            } | null;
                            photoIds: string[];
                            intervention: string | null;
                            consentChanges: {
                                /** @enum {string} */
                                before: "by-name" | "without-name" | "none";
                                /** @enum {string} */
                                after: "by-name" | "without-name" | "none";
                                /** @enum {string} */
                                askedBy: "technician" | "customer";
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                            answers: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                proposal: string;
                                ruleTitle: string;
                                /** Format: date-time */
                                answeredAt: string;
                                mailed: boolean;
                                seenAt: string | null;
                                contested: {
                                    /** Format: date-time */
                                    at: string;
                                    words: string;
                                    reply: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/expectations/{expectation}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo, for the team */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    expectation: string;
                    photo: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/expectations/{expectation}/heard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I heard the same, or I take it back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    expectation: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        heard: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            heard: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/expectations/{expectation}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change whether the words may be cited, as the customer said, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    expectation: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        consent: "by-name" | "without-name" | "none";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/expectations/{expectation}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the customer’s words, as he asked, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    expectation: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/answers/{answer}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply to somebody who said that an answer is not what he meant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/answers/{answer}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new link to an answer, to be handed to somebody without a mail address; the one before is void */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Themes, heaviest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    state?: "open" | "proposed" | "answered";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Theme"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a theme of expectations that say the same */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        expectations: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            theme: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/themes/{theme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One theme: its weight, its proposals, what became of the answers, and its history */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    theme: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            /** @enum {string} */
                            language: "en" | "fr";
                            /** @enum {string} */
                            state: "open" | "proposed" | "answered";
                            customers: number;
                            expectations: number;
                            sites: number;
                            countedOnly: number;
                            proposal: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                title: string;
                                state: string;
                            } | null;
                            /** Format: date-time */
                            madeAt: string;
                            proposals: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                title: string;
                                state: string;
                                rule: {
                                    /** Format: uuid */
                                    id: string;
                                    label: string;
                                    title: string;
                                };
                                decision: {
                                    /** @enum {string} */
                                    outcome: "adopted" | "refused";
                                    version: number | null;
                                    /** Format: date-time */
                                    decidedAt: string;
                                } | null;
                            }[];
                            answers: {
                                sent: number;
                                seen: number;
                                mailed: number;
                                contested: number;
                            };
                            joinings: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                expectation: string;
                                words: string | null;
                                language: ("en" | "fr") | null;
                                theme: string;
                                from: string | null;
                                because: string[];
                                /** Format: date-time */
                                joinedAt: string;
                                undone: boolean;
                                into: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/themes/{theme}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Expectations that may say the same, and by which words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    theme: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                words: string;
                                /** @enum {string} */
                                language: "en" | "fr";
                                because: string[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/themes/{theme}/joinings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join expectations to a theme */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    theme: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expectations: string[];
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/themes/{theme}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Split expectations off into a theme of their own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    theme: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        expectations: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            theme: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/joinings/{joining}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a joining or a split, at any time */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    joining: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/themes/{theme}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a proposal on a service rule that answers a theme */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    theme: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /**
                         * @default by-consent
                         * @enum {string}
                         */
                        method?: "by-owner" | "by-consent";
                        on: {
                            /** @enum {string} */
                            kind: "rule";
                            /** Format: uuid */
                            rule: string;
                        } | {
                            /** @enum {string} */
                            kind: "new-rule";
                            title: string;
                            text: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            proposal: string;
                            number: number;
                            /** Format: uuid */
                            rule: string;
                            label: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/answers/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An answer, by its link */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ToldAnswer"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/answers/{token}/contest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** This is not what I meant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/answers/{token}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw my words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/said": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What we said, newest first, and what became of it */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Said"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/said/answers/{answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One answer to our words, with the text before and after */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organization: string;
                            /** Format: date-time */
                            answeredAt: string;
                            document: components["schemas"]["AnswerDocument"] | null;
                            contested: {
                                /** Format: date-time */
                                at: string;
                                words: string;
                                reply: string | null;
                            } | null;
                            withdrawnAt: string | null;
                            /** Format: uuid */
                            expectation: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/said/answers/{answer}/contest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** This is not what we meant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/said/{expectation}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw our words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    expectation: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files as they came, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    state?: "unknown-sender" | "unreadable" | "quarantined" | "received" | "applied" | "set-aside" | "test";
                    customer?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Interchange"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Receive an EDI file, exactly once; each interchange in it is taken in or refused on its own */
        post: {
            parameters: {
                query?: {
                    name?: string;
                    by?: "page" | "post";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileReceived"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interchanges/{interchange}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file: its segments, what was read, each finding at its segment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interchange: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagePage"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interchanges/{interchange}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of one interchange, exactly as they came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interchange: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/files/{file}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a whole file, exactly as they came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interchanges/{interchange}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide on a file in quarantine: read it after all, or set it aside */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interchange: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        choice: "read" | "set-aside";
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners, each with the identifications that he signs with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Partner"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Say which customer signs with an identification; files kept of it are read now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        customer: string;
                        /** Format: uuid */
                        partner?: string;
                        /**
                         * @default interchange
                         * @enum {string}
                         */
                        kind?: "interchange" | "group";
                        sender: string;
                        /** @default  */
                        qualifier?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            partner: string;
                            read: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/partners/{partner}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One partner: how he signs, by which ways he comes, how he is read, answered and written to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    partner: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PartnerPage"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change how a partner is read, answered and written to */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    partner: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "test" | "production";
                        /** @enum {string} */
                        profile: "standard" | "counts-not-trusted" | "earliest-and-latest-exchanged" | "sa-is-the-customers-number" | "years-from-1950";
                        overrides: {
                            tables?: {
                                [key: string]: {
                                    [key: string]: string;
                                };
                            };
                            vdaRecords?: {
                                [key: string]: string;
                            };
                            pivot?: number;
                            severities?: {
                                [key: string]: "error" | "warning" | "note";
                            };
                        };
                        byHand: boolean;
                        /** @enum {string} */
                        answerSyntax: "never" | "refusals" | "always";
                        /** @enum {string} */
                        answerEnvelope: "never" | "refusals" | "always";
                        /** @enum {string} */
                        answerApplication: "never" | "refusals" | "always";
                        /** @enum {string} */
                        x12Answer: "997" | "999";
                        /** @enum {string} */
                        family: "edifact" | "x12" | "vda";
                        directory: string;
                        ownId: string | null;
                        ownQualifier: string;
                        folderOut: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/partners/{partner}/identifications/{identification}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an identification; what was read by it stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    partner: string;
                    identification: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/partners/{partner}/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a partner a key or a folder of his own: his machine then comes by no other way */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    partner: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "key";
                        /** Format: uuid */
                        key: string;
                    } | {
                        /** @enum {string} */
                        kind: "folder";
                        folder: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            way: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/partners/{partner}/ways/{way}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a way; what came by it stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    partner: string;
                    way: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What left or waits to leave, newest first; fetch what waits, then say that you have it */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    partner?: string;
                    state?: "waiting" | "sent";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Outgoing"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/outgoing/{outgoing}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them: its segments and what they mean, and what its recipient said of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outgoing: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutgoingPage"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/outgoing/{outgoing}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its bytes; reading them does not mark it as sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outgoing: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/outgoing/{outgoing}/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is on its way: it was fetched whole, or passed on by hand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outgoing: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default pick-up
                         * @enum {string}
                         */
                        by?: "pick-up" | "page";
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/shipping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the organization ships: its GS1 company prefix and the place that goods leave */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shipping: {
                                gs1Prefix: string;
                                shipFrom: string;
                            } | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say how the organization ships */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        gs1Prefix: string;
                        shipFrom: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/shippable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be shipped to a customer: the lines of his releases that count, and what was promised of them */
        get: {
            parameters: {
                query: {
                    customer: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: components["schemas"]["ShippableLine"][];
                            promises: {
                                /** Format: uuid */
                                id: string;
                                item: string;
                                /** Format: date */
                                on: string;
                                promised: number;
                                shipped: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shipments, newest first; a customer sees what has left for him */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    customer?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Shipment"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Prepare a shipment: whole containers of what releases ask, each with its own label */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        customer: string;
                        /** @default null */
                        carrier?: string | null;
                        lines: {
                            /** Format: uuid */
                            release: string;
                            line: number;
                            /** @default null */
                            promise?: string | null;
                            quantity: number;
                            /** @default null */
                            perPack?: number | null;
                            /** @default null */
                            packType?: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            shipment: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/shipments/{shipment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One shipment: its lines, containers and labels, and its despatch advice */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shipment: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShipmentPage"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/shipments/{shipment}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It leaves: counted on, and announced by DESADV, 856 or 4913 as the partner’s page says */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shipment: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            outgoing: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/shipments/{shipment}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its labels as PDF, one Global Transport Label a page */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shipment: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/cumulatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is counted per item and place: shipped by us, received by the customer, and the open question between them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["CumulativeRow"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/cumulatives/{question}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the question of a difference: take over what the customer counts, or keep our count, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    question: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        take: "theirs" | "ours";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Releases, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    customer?: string;
                    outside?: string;
                    state?: "applied" | "late" | "kept" | "cancellation" | "without-base" | "repeated";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Release"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/releases/{release}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One release against the one before: per item and week what was asked and what is asked, and what the rules say */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    release: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            customer: string;
                            /** Format: uuid */
                            customerId: string;
                            interchange: string | null;
                            /** @enum {string} */
                            kind: "release" | "call-off";
                            document: string;
                            /** Format: date */
                            day: string;
                            message: string;
                            place: string | null;
                            /** @enum {string} */
                            state: "applied" | "late" | "kept" | "cancellation" | "without-base" | "repeated";
                            replaces: {
                                /** Format: uuid */
                                id: string;
                                document: string;
                            } | null;
                            changes: number;
                            outside: number;
                            /** Format: date-time */
                            receivedAt: string;
                            /** Format: date-time */
                            appliedAt: string;
                            lines: components["schemas"]["ReleaseLine"][];
                            replies: components["schemas"]["Offer"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interventions/{intervention}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a call-off beyond the rule: accept, refuse, or offer another quantity or date */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    intervention: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "accept" | "refuse";
                        words: string;
                    } | {
                        /** @enum {string} */
                        kind: "offer";
                        words: string;
                        lines: {
                            /** Format: date */
                            on: string;
                            quantity: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            reply: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interventions/{intervention}/rule-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a proposal on the rule that a call-off went beyond, answering the customer’s words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    intervention: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        rule: string;
                        title: string;
                        /** @default  */
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            proposal: string;
                            number: number;
                            /** Format: uuid */
                            rule: string;
                            label: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/interventions/{intervention}/rule-wish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that the rule be changed by which a call-off went beyond or was answered, in one’s own words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    intervention: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            intervention: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers to call-offs, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    intervention?: string;
                    state?: "given" | "offered" | "taken" | "rejected";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Offer"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/offers/{offer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One answer to a call-off, with the rule it cites */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    offer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/offers/{offer}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an offer, or reject it with words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    offer: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "taken";
                        /** @default  */
                        words?: string;
                    } | {
                        /** @enum {string} */
                        outcome: "rejected";
                        words: string;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promises, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    customer?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Promise"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/promises/{promise}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promise: asked, promised, and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    promise: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Promise"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/table-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the tables of each customer are read */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["KeptMapping"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep what the columns of a customer’s table are; the table itself is sent along and is not kept */
        post: {
            parameters: {
                query: {
                    customer: string;
                    name: string;
                    mapping: string;
                    sheet?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/table-mappings/{mapping}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a mapping; what was read by it stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    mapping: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tables/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at a table, and at what a mapping reads from it; nothing is kept */
        post: {
            parameters: {
                query?: {
                    mapping?: string;
                    sheet?: string;
                    day?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TablePreview"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a schedule in a table, exactly once, by a mapping */
        post: {
            parameters: {
                query: {
                    mapping: string;
                    name?: string;
                    sheet?: string;
                    day?: string;
                    document?: string;
                    by?: "page" | "post";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileReceived"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/releases/{release}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A release as a table: in columns of our own, or in those of a customer’s mapping */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "xlsx";
                    mapping?: string;
                };
                header?: never;
                path: {
                    release: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheets of the plant with their number of rows, and what is missing with what that stops */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sheets: {
                                /** @enum {string} */
                                sheet: "items" | "bill" | "components" | "receipts" | "lines" | "runs" | "changeovers" | "setters" | "shifts" | "closures" | "absences" | "overtime" | "extra-shifts" | "temporary-workers" | "moving-people" | "outside" | "customers" | "plant";
                                rows: number;
                            }[];
                            gaps: components["schemas"]["PlantGap"][];
                            plannable: boolean;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plant/{sheet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sheet of the plant: its columns in the reader’s language and all of its rows */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sheet: "items" | "bill" | "components" | "receipts" | "lines" | "runs" | "changeovers" | "setters" | "shifts" | "closures" | "absences" | "overtime" | "extra-shifts" | "temporary-workers" | "moving-people" | "outside" | "customers" | "plant";
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            columns: components["schemas"]["PlantColumn"][];
                            rows: components["schemas"]["PlantRow"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change rows of a sheet, all or none: cells given are written, others stay; null cells remove the row */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sheet: "items" | "bill" | "components" | "receipts" | "lines" | "runs" | "changeovers" | "setters" | "shifts" | "closures" | "absences" | "overtime" | "extra-shifts" | "temporary-workers" | "moving-people" | "outside" | "customers" | "plant";
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: {
                            /** Format: uuid */
                            id: string;
                            cells: {
                                [key: string]: string | number | boolean | null;
                            } | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["PlantRow"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plant/{sheet}/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an import of a table (CSV or XLSX) would do, row by row; writes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sheet: "items" | "bill" | "components" | "receipts" | "lines" | "runs" | "changeovers" | "setters" | "shifts" | "closures" | "absences" | "overtime" | "extra-shifts" | "temporary-workers" | "moving-people" | "outside" | "customers" | "plant";
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            columns: {
                                said: string;
                                column: string | null;
                            }[];
                            rows: components["schemas"]["PlantRowFate"][];
                            seal: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plant/{sheet}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what was previewed; the seal stands for exactly these fates */
        post: {
            parameters: {
                query: {
                    seal: string;
                };
                header?: never;
                path: {
                    sheet: "items" | "bill" | "components" | "receipts" | "lines" | "runs" | "changeovers" | "setters" | "shifts" | "closures" | "absences" | "overtime" | "extra-shifts" | "temporary-workers" | "moving-people" | "outside" | "customers" | "plant";
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    state?: "draft" | "in-force" | "replaced" | "discarded";
                    release?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Plan"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a draft: plan anew, or keep a plan as somebody moved it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        base: string;
                        plan: components["schemas"]["PlanDocumentInput"];
                    } | Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            plan: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans/in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan in force, whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WholePlan"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plan, whole: what it was made for, its lots, what it costs and whom it makes late */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    plan: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WholePlan"];
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Discard a draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    plan: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans/{plan}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What it would cost and break if lots stood elsewhere; nothing is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    plan: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        lots?: {
                            id: string;
                            line: string;
                            /** Format: date-time */
                            start: string;
                            pieces?: number;
                        }[];
                        /** @default null */
                        pins?: {
                            lot: string;
                            line?: boolean;
                            order?: boolean;
                            start?: boolean;
                            pieces?: boolean;
                        }[] | null;
                        /** @enum {string} */
                        settle: "as-is" | "repair";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plan: components["schemas"]["PlanDocument"];
                            costs: components["schemas"]["PlanCosts"];
                            difference: components["schemas"]["PlanCosts"];
                            violations: components["schemas"]["PlanViolation"][];
                            deliveries: components["schemas"]["PlanDelivery"][];
                            lateBefore: number;
                            lateNow: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans/{plan}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a draft: it comes into force and the promises follow; the planner signs with his password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    plan: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        meaning: string;
                        credential: {
                            /** @default  */
                            password?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            promises: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans/{plan}/compare/{with}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two plans side by side: costs, lots moved, added and removed, promises moved */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    plan: string;
                    with: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            costs: {
                                a: components["schemas"]["PlanCosts"];
                                b: components["schemas"]["PlanCosts"];
                            } | null;
                            late: {
                                a: number;
                                b: number;
                            };
                            overtimeMinutes: {
                                a: number;
                                b: number;
                            };
                            moved: {
                                a: {
                                    id: string;
                                    line: string;
                                    item: string;
                                    pieces: number;
                                    start: string;
                                    end: string;
                                };
                                b: {
                                    id: string;
                                    line: string;
                                    item: string;
                                    pieces: number;
                                    start: string;
                                    end: string;
                                };
                            }[];
                            added: {
                                id: string;
                                line: string;
                                item: string;
                                pieces: number;
                                start: string;
                                end: string;
                            }[];
                            removed: {
                                id: string;
                                line: string;
                                item: string;
                                pieces: number;
                                start: string;
                                end: string;
                            }[];
                            lots: number;
                            promises: {
                                demand: string;
                                customer: string;
                                item: string;
                                a: string | null;
                                b: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans/{plan}/explain/{demand}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a demand is late: each cause is taken away alone and the plant planned again */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    plan: string;
                    demand: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            late: boolean;
                            curedBySearch: boolean;
                            named: {
                                [key: string]: unknown;
                            } | null;
                            causes: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/plans/{plan}/shift-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is made on a day, shift by shift: for the floor, without prices and customers */
        get: {
            parameters: {
                query?: {
                    line?: string;
                    day?: string;
                };
                header?: never;
                path: {
                    plan: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            day: string;
                            number: number;
                            rows: {
                                line: string;
                                shift: string | null;
                                setupStart: string;
                                start: string;
                                end: string;
                                item: string;
                                pieces: number;
                                containers: number;
                                heads: number;
                                tool: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/releases/{release}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a release costs the plant against the one before, and up to three counter-offers, each proven by a plan */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    release: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            price: {
                                /** Format: uuid */
                                plan: string;
                                cents: number;
                                overtimeMinutes: number;
                                extraShifts: number;
                                othersLater: number;
                            } | null;
                            offers: components["schemas"]["CounterOffer"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/releases/{release}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer one of the counter-offers of a release to its customer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    release: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        chosen: string;
                        words: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            replies: string[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Catalogues of requirements */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Catalogue"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin a catalogue: one customer, a name, an edition */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        customer: string;
                        name: string;
                        edition: string;
                        /** @enum {string} */
                        language: "en" | "fr";
                        /** @default  */
                        source?: string;
                        /** @default null */
                        replaces?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues/{catalogue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One catalogue; on the organization side with its imports, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    catalogue: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            edition: string;
                            /** @enum {string} */
                            language: "en" | "fr";
                            source: string;
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            clauses: number;
                            /** Format: date-time */
                            madeAt: string;
                            replaces: {
                                /** Format: uuid */
                                id: string;
                                edition: string;
                            } | null;
                            replacedBy: {
                                /** Format: uuid */
                                id: string;
                                edition: string;
                            } | null;
                            holds: boolean;
                            totals: components["schemas"]["CoverageTotals"] | null;
                            imports: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                clauses: number;
                                takenBackAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues/{catalogue}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an edition changed against the one that it replaces, clause by clause and word by word */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    catalogue: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["ClauseDifference"][];
                            same: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues/{catalogue}/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in one clause, typed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    catalogue: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clause: string;
                        words: string;
                        /** @default  */
                        source?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues/{catalogue}/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an import would do, row by row; writes nothing */
        post: {
            parameters: {
                query?: {
                    clause?: number;
                    words?: number;
                    source?: number;
                    named?: "yes" | "no";
                };
                header?: never;
                path: {
                    catalogue: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            head: string[];
                            named: boolean;
                            columns: {
                                clause: number;
                                words: number;
                                source: number | null;
                            };
                            rows: {
                                line: number;
                                clause: string;
                                words: string;
                                source: string;
                                /** @enum {string} */
                                fate: "new" | "same" | "carried" | "changed" | "refused";
                                reason: ("no-clause" | "no-text" | "clause-too-long" | "text-too-long" | "twice") | null;
                                before: string | null;
                                difference: {
                                    /** @enum {string} */
                                    how: "same" | "inserted" | "deleted";
                                    text: string;
                                }[] | null;
                            }[];
                            seal: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues/{catalogue}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what was previewed */
        post: {
            parameters: {
                query: {
                    clause?: number;
                    words?: number;
                    source?: number;
                    named?: "yes" | "no";
                    seal: string;
                };
                header?: never;
                path: {
                    catalogue: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string | null;
                            received: number;
                            changed: number;
                            carried: number;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues/{catalogue}/imports/{import}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import back, while nothing has been built on it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    catalogue: string;
                    import: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/catalogues/{catalogue}/requirements.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A catalogue as CSV */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    catalogue: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requirements in the order of their clauses; a customer reads his own */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    catalogue?: string;
                    customer?: string;
                    state?: "covered" | "partial" | "gap" | "not-applicable";
                    owner?: string;
                    clause?: string;
                    find?: string;
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["Requirement"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say of several requirements that they do not apply because, or who owns them */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        requirements: string[];
                        notApplicableBecause?: string | null;
                        owner?: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/requirements/{requirement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One requirement: its words before, the blocks that answer it, the documents in the customer’s hands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            catalogue: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                edition: string;
                            };
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            clause: string;
                            depth: number;
                            words: string;
                            /** @enum {string} */
                            language: "en" | "fr";
                            source: string;
                            /** Format: date-time */
                            receivedAt: string;
                            state: ("covered" | "partial" | "gap" | "not-applicable") | null;
                            blocks: number | null;
                            documents: number | null;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            notApplicableBecause: string | null;
                            /** Format: uuid */
                            intervention: string;
                            replacedBy: string | null;
                            takenBackAt: string | null;
                            before: {
                                edition: string;
                                /** Format: date-time */
                                receivedAt: string;
                                words: {
                                    /** @enum {string} */
                                    how: "same" | "inserted" | "deleted";
                                    text: string;
                                }[];
                            } | null;
                            answers: {
                                rule: {
                                    /** Format: uuid */
                                    id: string;
                                    label: string;
                                    title: string;
                                    version: number;
                                };
                                /** Format: uuid */
                                block: string;
                                text: string;
                                inForce: boolean;
                                partly: boolean;
                            }[];
                            received: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                title: string;
                                version: number | null;
                                /** Format: date-time */
                                sentAt: string;
                                acknowledgedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say that a requirement does not apply because, or who owns it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        notApplicableBecause?: string | null;
                        owner?: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/requirements/{requirement}/blocks/{block}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that a block answers a requirement, whole or in part */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    block: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        rule: string;
                        /** @default null */
                        proposal?: string | null;
                        /** @default false */
                        partly?: boolean;
                    };
                };
            };
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take back that a block answers a requirement */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    block: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the procedure: begin one from requirements */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default null */
                        label?: string | null;
                        /** @enum {string} */
                        language: "en" | "fr";
                        requirements: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            proposal: string;
                            number: number;
                            /** Format: uuid */
                            rule: string;
                            label: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requirements that the blocks of a rule answer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                block: string;
                                partly: boolean;
                                /** Format: uuid */
                                requirement: string;
                                clause: string;
                                customer: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Totals of every catalogue whose edition holds: covered, partial, gaps, not applicable */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                edition: string;
                                customer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                totals: components["schemas"]["CoverageTotals"];
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/coverage/grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clauses by customers, in the order of clauses: the state of each requirement whose edition holds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customers: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            rows: {
                                clause: string;
                                depth: number;
                                cells: {
                                    /** Format: uuid */
                                    requirement: string;
                                    customer: number;
                                    /** @enum {string} */
                                    state: "covered" | "partial" | "gap" | "not-applicable";
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/procedures/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a procedure from a Markdown file */
        post: {
            parameters: {
                query: {
                    title: string;
                    label?: string;
                    language: "en" | "fr";
                };
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            proposal: string;
                            number: number;
                            /** Format: uuid */
                            rule: string;
                            label: string;
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/rules/{rule}/text.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version in force as Markdown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/proposals/{proposal}/text.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a proposal as Markdown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    proposal: string;
                    organization: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization}/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read Markdown as blocks, for an editor to take in; nothing is written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            blocks: components["schemas"]["BlockContent"][];
                        };
                    };
                };
                /** @description A refusal: RFC 9457 problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemInput: {
            type: string;
            title: string;
            status: number;
            code: string;
            whatToDo: string;
            extra?: unknown;
        };
        InvitationInput: {
            organization: string;
            inviter: string;
            email: string;
            name: string;
            /** @enum {string} */
            side: "organization" | "customer";
            customer: string | null;
            roles: string[];
            known: boolean;
        };
        MembershipInput: {
            /** Format: uuid */
            membership: string;
            organization: {
                slug: string;
                name: string;
                /** @enum {string} */
                language: "en" | "fr";
                timeZone: string;
                waysIn: string[];
                demo: boolean;
            };
            /** @enum {string} */
            side: "organization" | "customer";
            customer: string | null;
            name: string;
            roles: string[];
        };
        MeInput: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
            } | null;
            memberships: components["schemas"]["MembershipInput"][];
        };
        MemberInput: {
            /** Format: uuid */
            membership: string;
            name: string;
            email: string;
            /** @enum {string} */
            side: "organization" | "customer";
            customer: string | null;
            team: string | null;
            teamId: string | null;
            roles: string[];
            /** Format: date-time */
            since: string;
            endedAt: string | null;
        };
        BlockContentInput: {
            /** @constant */
            kind: "heading";
            level: 1 | 2 | 3;
            runs: ({
                text: string;
                /** @constant */
                bold?: true;
                /** @constant */
                italic?: true;
                /** @constant */
                code?: true;
                link?: string;
            } | {
                parameter: string;
            })[];
        } | {
            /** @constant */
            kind: "paragraph";
            runs: ({
                text: string;
                /** @constant */
                bold?: true;
                /** @constant */
                italic?: true;
                /** @constant */
                code?: true;
                link?: string;
            } | {
                parameter: string;
            })[];
        } | {
            /** @constant */
            kind: "list";
            ordered: boolean;
            items: {
                depth: number;
                runs: ({
                    text: string;
                    /** @constant */
                    bold?: true;
                    /** @constant */
                    italic?: true;
                    /** @constant */
                    code?: true;
                    link?: string;
                } | {
                    parameter: string;
                })[];
            }[];
        } | {
            /** @constant */
            kind: "table";
            header: boolean;
            rows: ({
                text: string;
                /** @constant */
                bold?: true;
                /** @constant */
                italic?: true;
                /** @constant */
                code?: true;
                link?: string;
            } | {
                parameter: string;
            })[][][];
        } | {
            /** @constant */
            kind: "picture";
            /** Format: uuid */
            file: string;
            alternative: string;
        };
        BlockDifferenceInput: {
            /** Format: uuid */
            block: string;
            /** @enum {string} */
            how: "same" | "changed" | "added" | "removed" | "split";
            moved: boolean;
            secret: boolean;
            before: unknown | null;
            after: unknown | null;
            words: {
                /** @enum {string} */
                how: "same" | "inserted" | "deleted";
                text: string;
            }[];
        };
        ClauseDifferenceInput: {
            /** Format: uuid */
            requirement: string;
            clause: string;
            /** @enum {string} */
            how: "new" | "changed" | "gone";
            words: {
                /** @enum {string} */
                how: "same" | "inserted" | "deleted";
                text: string;
            }[];
        };
        CoverageTotalsInput: {
            covered: number;
            partial: number;
            gap: number;
            "not-applicable": number;
        };
        CatalogueInput: {
            /** Format: uuid */
            id: string;
            name: string;
            edition: string;
            /** @enum {string} */
            language: "en" | "fr";
            source: string;
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            clauses: number;
            /** Format: date-time */
            madeAt: string;
            replaces: {
                /** Format: uuid */
                id: string;
                edition: string;
            } | null;
            replacedBy: {
                /** Format: uuid */
                id: string;
                edition: string;
            } | null;
            holds: boolean;
            totals: components["schemas"]["CoverageTotalsInput"] | null;
        };
        RequirementInput: {
            /** Format: uuid */
            id: string;
            catalogue: {
                /** Format: uuid */
                id: string;
                name: string;
                edition: string;
            };
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            clause: string;
            depth: number;
            words: string;
            /** @enum {string} */
            language: "en" | "fr";
            source: string;
            /** Format: date-time */
            receivedAt: string;
            state: ("covered" | "partial" | "gap" | "not-applicable") | null;
            blocks: number | null;
            documents: number | null;
            owner: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            notApplicableBecause: string | null;
        };
        BlockInput: {
            /** Format: uuid */
            id: string;
            content: components["schemas"]["BlockContentInput"];
            secret: boolean;
            from: string | null;
        };
        ParameterInput: {
            name: string;
            label: string;
            value: number | boolean;
            unit: string | null;
            minimum: number | null;
            maximum: number | null;
        };
        RuleRowInput: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            /** @enum {string} */
            kind: "procedure" | "planning" | "service";
            /** @enum {string} */
            regulation: "control" | "autonomous" | "joint";
            title: string;
            version: number;
            owner: string;
            /** Format: uuid */
            ownerId: string;
            customer: string | null;
            inUse: number;
            reviewOn: string | null;
            inForceFrom: string | null;
        };
        RuleInput: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            /** @enum {string} */
            kind: "procedure" | "planning" | "service";
            /** @enum {string} */
            regulation: "control" | "autonomous" | "joint";
            title: string;
            /** @enum {string} */
            language: "en" | "fr";
            owner: {
                /** Format: uuid */
                membership: string;
                name: string;
            };
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            reviewOn: string | null;
            version: number;
            current: number;
            inForceFrom: string | null;
            blocks: components["schemas"]["BlockInput"][];
            origins: {
                /** Format: uuid */
                block: string;
                /** @enum {string} */
                channel: "certification" | "voice" | "planning";
                words: number;
            }[];
            parameters: components["schemas"]["ParameterInput"][];
            use: {
                inUse: number;
                differently: number;
                read: number;
                of: number;
            };
            transmissions: number;
            acts: number;
            openProposals: {
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                state: string;
            }[];
        };
        DraftInput: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            state: "draft" | "open" | "decided" | "refused" | "withdrawn";
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                /** @enum {string} */
                kind: "procedure" | "planning" | "service";
                /** @enum {string} */
                language: "en" | "fr";
            };
            blocks: {
                /** Format: uuid */
                id: string;
                content: components["schemas"]["BlockContentInput"];
                secret: boolean;
                from: string | null;
                revision: number;
                changedBy: {
                    /** Format: uuid */
                    membership: string;
                    name: string;
                };
                /** Format: date-time */
                changedAt: string;
            }[];
            parameters: components["schemas"]["ParameterInput"][];
            may: {
                write: boolean;
                secrecy: boolean;
            };
        };
        ProposalRowInput: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                /** @enum {string} */
                kind: "procedure" | "planning" | "service";
            };
            /** @enum {string} */
            state: "draft" | "open" | "decided" | "refused" | "withdrawn";
            /** @enum {string} */
            method: "by-owner" | "by-consent";
            words: number;
            objections: {
                open: number;
                all: number;
            };
            term: string | null;
            /** Format: date-time */
            begunAt: string;
            overtaken: boolean;
            proposedBy: string;
        };
        ProposalInput: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            why: string;
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                /** @enum {string} */
                kind: "procedure" | "planning" | "service";
                version: number;
                /** Format: uuid */
                owner: string;
                /** @enum {string} */
                language: "en" | "fr";
            };
            base: number;
            /** @enum {string} */
            state: "draft" | "open" | "decided" | "refused" | "withdrawn";
            /** @enum {string} */
            method: "by-owner" | "by-consent";
            /** @enum {string} */
            regulation: "control" | "autonomous" | "joint";
            term: string | null;
            /** Format: date-time */
            begunAt: string;
            openedAt: string | null;
            proposedBy: {
                /** Format: uuid */
                membership: string;
                name: string;
            };
            effect: {
                hours: string;
                pace: string;
                mobility: string;
                autonomy: string;
            };
            overtaken: boolean;
            concerned: number;
            origins: {
                /** Format: uuid */
                intervention: string;
                number: number;
                /** @enum {string} */
                channel: "certification" | "voice" | "planning";
                customer: string | null;
                words: string;
                language: string;
                /** Format: date-time */
                happenedAt: string;
                block: string | null;
                parameter: string | null;
            }[];
            draft: {
                /** Format: uuid */
                id: string;
                content: components["schemas"]["BlockContentInput"];
                secret: boolean;
                from: string | null;
                revision: number;
            }[];
            parameters: {
                name: string;
                label: string;
                value: number | boolean;
                unit: string | null;
                minimum: number | null;
                maximum: number | null;
                before: number | boolean | null;
            }[];
            difference: components["schemas"]["BlockDifferenceInput"][];
            remarks: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "argument" | "objection";
                ground: ("hours" | "pace" | "mobility" | "autonomy" | "other") | null;
                block: string | null;
                textHasChanged: boolean;
                words: string;
                by: string;
                team: string | null;
                mine: boolean;
                /** Format: date-time */
                at: string;
                withdrawn: boolean;
                answers: {
                    words: string;
                    by: string;
                    /** Format: date-time */
                    at: string;
                }[];
            }[];
            voices: {
                consent: {
                    name: string;
                    team: string | null;
                    inNameOf: string | null;
                }[];
                mine: boolean;
            };
            decision: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                outcome: "adopted" | "refused";
                version: number | null;
                method: string;
                reasons: string;
                by: string;
                inWhoseName: string;
                meaning: string;
                credential: string;
                /** Format: date-time */
                at: string;
            } | null;
            may: {
                write: boolean;
                answer: boolean;
                sign: boolean;
                withdraw: boolean;
            };
        };
        GrantInput: {
            /** Format: uuid */
            id: string;
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
            };
            block: {
                /** Format: uuid */
                id: string;
                text: string;
            };
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
                conflictClass: string | null;
            };
            agreement: string;
            grantedBy: string;
            mine: boolean;
            /** Format: date-time */
            grantedAt: string;
            secondBy: string | null;
            until: string | null;
            revokedAt: string | null;
            waits: boolean;
            rivals: string[];
        };
        DoneLineInput: {
            /** @enum {string} */
            act: "answered" | "consented" | "objected" | "argued" | "answered-objection" | "decided" | "read" | "joined";
            subject: {
                kind: string;
                /** Format: uuid */
                id: string;
            };
            label: string;
            title: string;
            /** Format: date-time */
            at: string;
            undo: {
                /** @enum {string} */
                kind: "consent" | "remark" | "reading" | "joining";
                /** Format: uuid */
                id: string;
            } | null;
        };
        WaitingLineInput: {
            /** @enum {string} */
            act: "answer" | "decide" | "consent" | "read" | "rebase" | "acknowledge" | "take-offer" | "transmit" | "sign" | "write" | "invite" | "add-customer" | "take-in" | "join" | "send" | "cover";
            subject: {
                kind: string;
                id: string;
            };
            label: string;
            title: string;
            words: {
                text: string;
                language: string;
            } | null;
            channel: ("certification" | "voice" | "planning") | null;
            reason: string;
            due: string | null;
            /** Format: date-time */
            since: string;
            count?: number;
        };
        InterventionInput: {
            /** Format: uuid */
            id: string;
            number: number | null;
            /** @enum {string} */
            channel: "certification" | "voice" | "planning";
            customer: string | null;
            customerId: string | null;
            words: string;
            language: string;
            source: {
                kind: string;
                id: string | null;
            };
            /** @enum {string} */
            consent: "by-name" | "without-name" | "none";
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            state: "open" | "offered" | "answered" | "refused" | "withdrawn";
            dueAt: string | null;
            assignee: {
                /** Format: uuid */
                membership: string;
                name: string;
            } | null;
            answer: {
                words: string;
                language: string | null;
                at: string | null;
                by: string | null;
            } | null;
        };
        LedgerEntryInput: {
            /** Format: uuid */
            id: string;
            index: number | null;
            kind: string;
            subject: {
                kind: string;
                /** Format: uuid */
                id: string;
            };
            page: {
                kind: string;
                /** Format: uuid */
                id: string;
            } | null;
            customer: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** @enum {string} */
            state: "open" | "erased" | "withheld";
            gist: {
                text: string;
                quotedIn: string | null;
            } | null;
        };
        LineageInput: {
            subject: {
                /** @enum {string} */
                kind: "block" | "parameter";
                id: string;
            };
            changes: {
                version: number;
                /** Format: date-time */
                inForceFrom: string;
                words: {
                    /** @enum {string} */
                    how: "same" | "inserted" | "deleted";
                    text: string;
                }[];
                proposal: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    title: string;
                };
                origins: {
                    /** Format: uuid */
                    intervention: string;
                    number: number;
                    /** @enum {string} */
                    channel: "certification" | "voice" | "planning";
                    customer: string | null;
                    words: string;
                    language: string;
                    consent: string;
                    /** Format: date-time */
                    happenedAt: string;
                    precise: boolean;
                }[];
                objections: {
                    raised: number;
                    answered: number;
                    withdrawn: number;
                };
                voices: {
                    consent: number;
                    inNameOfCustomers: number;
                };
                decision: {
                    /** Format: uuid */
                    id: string;
                    method: string;
                    decidedBy: string;
                    inWhoseName: string;
                    reasons: string;
                    /** Format: date-time */
                    decidedAt: string;
                };
                transmissions: {
                    sent: number;
                    acknowledged: number;
                    withheld: number;
                };
            }[];
        };
        VisibleDocumentInput: {
            organization: string;
            label: string;
            version: number;
            title: string;
            decidedAt: string;
            customer: string;
            blocks: ({
                /** @enum {string} */
                state: "open" | "granted";
                position: number;
                /** Format: uuid */
                id: string;
                content: components["schemas"]["BlockContentInput"];
                agreement: string | null;
            } | {
                /** @constant */
                state: "withheld";
                position: number;
            })[];
        };
        ComposerInput: {
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                version: number;
                /** @enum {string} */
                language: "en" | "fr";
            };
            /** Format: date */
            dueOn: string;
            blocks: {
                /** Format: uuid */
                id: string;
                kind: string;
                text: string;
                secret: boolean;
            }[];
            customers: {
                /** Format: uuid */
                id: string;
                name: string;
                conflictClass: string | null;
                last: {
                    version: number | null;
                    /** Format: date-time */
                    sentAt: string;
                    acknowledged: boolean;
                } | null;
            }[];
            grants: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                block: string;
                /** Format: uuid */
                customer: string;
                agreement: string;
            }[];
        };
        TransmissionRowInput: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            title: string;
            version: number | null;
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            rule: string | null;
            language: string;
            /** Format: date-time */
            sentAt: string;
            seenAt: string | null;
            acknowledgedAt: string | null;
            acknowledgedBy: string | null;
            dueOn: string | null;
            superseded: boolean;
        };
        TransmissionInput: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            title: string;
            version: number | null;
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            rule: string | null;
            language: string;
            /** Format: date-time */
            sentAt: string;
            seenAt: string | null;
            acknowledgedAt: string | null;
            acknowledgedBy: string | null;
            dueOn: string | null;
            superseded: boolean;
            document: components["schemas"]["VisibleDocumentInput"];
            /** Format: uuid */
            entry: string;
            sha256: string;
            pdfSha256: string | null;
            supersededBy: string | null;
            since: {
                /** Format: uuid */
                transmission: string;
                version: number;
                /** Format: date-time */
                acknowledgedAt: string;
                changes: components["schemas"]["BlockDifferenceInput"][];
            } | null;
        };
        TableMappingInput: {
            headingRows: number;
            customerItem: number;
            supplierItem?: number;
            order?: number;
            shipTo?: number;
            unloadingPoint?: number;
            unit?: number;
            received?: number;
            date?: number;
            quantity?: number;
            cumulative?: number;
            status?: number;
            /** @enum {string} */
            numbers?: "amount" | "cumulative";
            across?: {
                from: number;
                to: number;
            };
            /** @enum {string} */
            dateOrder: "day-month-year" | "month-day-year" | "year-month-day";
            /** @enum {string} */
            bucket?: "week" | "four-weeks" | "month" | "quarter" | "year";
            /** @enum {string} */
            decimalMark: "." | ",";
            kinds: {
                [key: string]: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
            };
        };
        FileReceivedInput: {
            /** Format: uuid */
            file: string;
            /** Format: date-time */
            receivedAt: string;
            interchanges: {
                /** Format: uuid */
                interchange: string;
                customer: string;
                controlReference: string;
            }[];
        };
        InterchangeInput: {
            /** Format: uuid */
            id: string;
            name: string;
            part: {
                number: number;
                of: number;
            };
            /** @enum {string} */
            cameBy: "page" | "post" | "folder";
            /** Format: date-time */
            receivedAt: string;
            sender: string | null;
            qualifier: string;
            controlReference: string | null;
            /** @enum {string} */
            state: "unknown-sender" | "unreadable" | "quarantined" | "received" | "applied" | "set-aside" | "test";
            reason: ("changed" | "way-of-another" | "not-his-way" | "not-by-hand" | "group-sender") | null;
            customer: string | null;
            customerId: string | null;
            refused: {
                text: string;
                segment: number | null;
                byte: number;
            } | null;
        };
        MessagePageInput: {
            /** Format: uuid */
            id: string;
            name: string;
            part: {
                number: number;
                of: number;
            };
            /** @enum {string} */
            cameBy: "page" | "post" | "folder";
            /** Format: date-time */
            receivedAt: string;
            sender: string | null;
            qualifier: string;
            controlReference: string | null;
            /** @enum {string} */
            state: "unknown-sender" | "unreadable" | "quarantined" | "received" | "applied" | "set-aside" | "test";
            reason: ("changed" | "way-of-another" | "not-his-way" | "not-by-hand" | "group-sender") | null;
            customer: string | null;
            customerId: string | null;
            refused: {
                text: string;
                segment: number | null;
                byte: number;
            } | null;
            size: number;
            family: string | null;
            segments: {
                number: number;
                byte: number;
                text: string;
                tag: string;
                depth: number;
                meaning: ({
                    /** @constant */
                    kind: "interchange";
                    sender: string;
                    recipient: string;
                    reference: string;
                } | {
                    /** @constant */
                    kind: "message";
                    document: string | null;
                    day: string | null;
                } | {
                    /** @constant */
                    kind: "item";
                    item: string;
                    order: string | null;
                    action: ("added" | "deleted" | "changed" | "unchanged" | "other") | null;
                } | {
                    /** @constant */
                    kind: "call-off";
                    /** @enum {string} */
                    firmness: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
                    quantity: string | null;
                    total: string | null;
                    when: string | null;
                } | {
                    /** @constant */
                    kind: "cumulative";
                    /** @enum {string} */
                    of: "received" | "scheduled" | "ordered" | "despatched" | "received-before-reset" | "scheduled-before-start" | "previous" | "in-transit" | "unspecified";
                    quantity: string;
                    since: string | null;
                } | {
                    /** @constant */
                    kind: "receipt";
                    quantity: string;
                    note: string | null;
                    day: string | null;
                }) | null;
                findings: {
                    /** @enum {string} */
                    severity: "error" | "warning" | "note";
                    text: string;
                }[];
            }[];
            cut: boolean;
            messages: {
                type: string;
                directory: string;
                reference: string;
                ok: boolean;
            }[];
            elsewhere: {
                /** @enum {string} */
                severity: "error" | "warning" | "note";
                text: string;
            }[];
            sha256: string;
            releases: {
                /** Format: uuid */
                id: string;
                document: string;
                /** @enum {string} */
                state: "applied" | "late" | "kept" | "cancellation" | "without-base" | "repeated";
            }[];
            /** Format: uuid */
            file: string;
            beside: {
                /** Format: uuid */
                id: string;
                number: number;
                controlReference: string | null;
                /** @enum {string} */
                state: "unknown-sender" | "unreadable" | "quarantined" | "received" | "applied" | "set-aside" | "test";
            }[];
            conflictsWith: string | null;
            decidedAt: string | null;
            partner: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                profile: "standard" | "counts-not-trusted" | "earliest-and-latest-exchanged" | "sa-is-the-customers-number" | "years-from-1950";
            } | null;
            answers: {
                /** Format: uuid */
                id: string;
                kind: string;
                /** @enum {string} */
                state: "waiting" | "sent";
                reference: string;
            }[];
        };
        ReleaseInput: {
            /** Format: uuid */
            id: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            interchange: string | null;
            /** @enum {string} */
            kind: "release" | "call-off";
            document: string;
            /** Format: date */
            day: string;
            message: string;
            place: string | null;
            /** @enum {string} */
            state: "applied" | "late" | "kept" | "cancellation" | "without-base" | "repeated";
            replaces: {
                /** Format: uuid */
                id: string;
                document: string;
            } | null;
            changes: number;
            outside: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            appliedAt: string;
        };
        CitedRuleInput: {
            id: string | null;
            label: string;
            version: number;
            /** Format: date-time */
            since: string;
            value: number | boolean;
            agreed: boolean;
        };
        WeekComparedInput: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            horizon: "firm" | "production" | "material" | "forecast" | "unstated";
            was: number | null;
            asked: number;
            wasTotal: number | null;
            askedTotal: number;
            verdict: {
                /** @enum {string} */
                kind: "passes" | "outside" | "no-rule";
                by: ("frozen-days" | "tolerance-firm" | "tolerance-production" | "tolerance-material" | "tolerance-forecast" | "container-rounding") | null;
                difference: number;
                allowed: number | null;
                rule: components["schemas"]["CitedRuleInput"] | null;
            } | null;
        };
        ReleaseLineInput: {
            line: number;
            item: string;
            description: string | null;
            unit: string | null;
            drift: string;
            anchored: boolean;
            received: number | null;
            shipped: number | null;
            askedToDate: number;
            since: string | null;
            receipts: {
                note: string | null;
                on: string | null;
                quantity: number;
            }[];
            weeks: components["schemas"]["WeekComparedInput"][];
            news: {
                /** @enum {string} */
                horizon: "firm" | "production" | "material" | "forecast" | "unstated";
                was: number;
                asked: number;
                /** @enum {string} */
                kind: "more" | "less" | "earlier" | "later" | "same";
                from: string | null;
            }[];
            asked: {
                /** Format: date */
                on: string;
                total: number;
            }[];
            before: {
                /** Format: date */
                on: string;
                total: number;
            }[];
            intervention: {
                /** Format: uuid */
                id: string;
                number: number | null;
                state: string;
                due: string | null;
            } | null;
        };
        OfferInput: {
            /** Format: uuid */
            id: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            intervention: string;
            release: {
                /** Format: uuid */
                id: string;
                document: string;
            };
            item: string;
            unit: string | null;
            /** @enum {string} */
            kind: "accept" | "refuse" | "offer";
            askedWords: {
                text: string;
                language: string;
            };
            asked: {
                /** Format: date */
                on: string;
                quantity: number;
            }[];
            lines: {
                /** Format: date */
                on: string;
                quantity: number;
            }[];
            words: string;
            language: string;
            rule: {
                id: string | null;
                label: string;
                version: number;
                /** Format: date-time */
                since: string;
                value: number | boolean;
                agreed: boolean;
                /** @enum {string} */
                by: "frozen-days" | "tolerance-firm" | "tolerance-production" | "tolerance-material" | "tolerance-forecast" | "container-rounding";
            } | null;
            /** @enum {string} */
            state: "given" | "offered" | "taken" | "rejected";
            /** Format: date-time */
            madeAt: string;
            answeredAt: string | null;
            answerWords: string | null;
        };
        PromiseInput: {
            /** Format: uuid */
            id: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            reply: string | null;
            release: string | null;
            intervention: string | null;
            item: string;
            unit: string | null;
            asked: {
                /** Format: date */
                on: string;
                quantity: number;
            };
            promised: {
                /** Format: date */
                on: string;
                quantity: number;
            };
            lateBy: number;
            /** Format: date-time */
            madeAt: string;
            endedAt: string | null;
            words: string;
            language: string;
            rule: {
                id: string | null;
                label: string;
                version: number;
                /** Format: date-time */
                since: string;
                value: number | boolean;
                agreed: boolean;
                /** @enum {string} */
                by: "frozen-days" | "tolerance-firm" | "tolerance-production" | "tolerance-material" | "tolerance-forecast" | "container-rounding";
            } | null;
        };
        PlanCostsInput: {
            changeovers: number;
            holding: number;
            belowSafetyStock: number;
            aboveMaximumStock: number;
            lateness: number;
            brokenPromises: number;
            unserved: number;
            overtime: number;
            extraShifts: number;
            temporaryWorkers: number;
            movedPeople: number;
            outside: number;
            changedLots: number;
            lastEnd: number;
            total: number;
        };
        PlanDocumentInput: {
            /** @constant */
            format: "coprod-plan/1";
            lots: {
                id: string;
                line: string;
                item: string;
                pieces: number;
                /** @default 0 */
                heads: number;
                /** Format: date-time */
                setupStart: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
            }[];
            overtime: {
                line: string;
                /** Format: date */
                date: string;
                shift: string;
                minutes: number;
            }[];
            extraShifts: {
                line: string;
                /** Format: date */
                date: string;
                shift: string;
            }[];
            outside: {
                item: string;
                pieces: number;
                /** Format: date-time */
                arrival: string;
            }[];
            pins?: {
                lot: string;
                line?: boolean;
                order?: boolean;
                start?: boolean;
                pieces?: boolean;
            }[];
        };
        PlanViolationInput: {
            rule: string;
            at: string;
            detail: string;
        };
        PlantGapInput: {
            sheet: string;
            row: string | null;
            column: string | null;
            /** @enum {string} */
            effect: "stops" | "assumed";
            text: string;
        };
        PlanInput: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            state: "draft" | "in-force" | "replaced" | "discarded";
            /** Format: date-time */
            madeAt: string;
            because: {
                /** @enum {string} */
                kind: "release" | "person";
                release: {
                    /** Format: uuid */
                    id: string;
                    document: string;
                } | null;
                customer: string | null;
                person: string | null;
            };
            base: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            late: number;
            totalCents: number | null;
            adoptedAt: string | null;
            adoptedBy: string | null;
            endedAt: string | null;
        };
        PlanDeliveryInput: {
            demand: string;
            customer: string;
            item: string;
            latestDispatch: string;
            parts: {
                at: string;
                pieces: number;
            }[];
            unservedPieces: number;
            complete: string | null;
            costCents: number | null;
        };
        WholePlanInput: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            state: "draft" | "in-force" | "replaced" | "discarded";
            /** Format: date-time */
            madeAt: string;
            because: {
                /** @enum {string} */
                kind: "release" | "person";
                release: {
                    /** Format: uuid */
                    id: string;
                    document: string;
                } | null;
                customer: string | null;
                person: string | null;
            };
            base: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            late: number;
            totalCents: number | null;
            adoptedAt: string | null;
            adoptedBy: string | null;
            endedAt: string | null;
            problem: {
                [key: string]: unknown;
            };
            plan: components["schemas"]["PlanDocumentInput"];
            costs: components["schemas"]["PlanCostsInput"] | null;
            violations: components["schemas"]["PlanViolationInput"][];
            deliveries: components["schemas"]["PlanDeliveryInput"][];
            gaps: components["schemas"]["PlantGapInput"][];
            rules: {
                /** Format: uuid */
                id: string;
                label: string;
                version: number;
            }[];
        };
        CounterOfferInput: {
            id: string;
            /** @enum {string} */
            kind: "later" | "part-now" | "less";
            answers: {
                /** Format: uuid */
                intervention: string;
                item: string;
                lines: {
                    /** Format: date */
                    on: string;
                    quantity: number;
                }[];
            }[];
            savesCents: number;
        };
        PlantRowInput: {
            /** Format: uuid */
            id: string;
            cells: {
                [key: string]: string | number | boolean | null;
            };
        };
        PlantColumnInput: {
            name: string;
            /** @enum {string} */
            kind: "text" | "whole" | "decimal" | "flag" | "time" | "day" | "weekdays" | "moment";
            label: string;
            key: boolean;
            price: boolean;
        };
        PlantRowFateInput: {
            line: number;
            /** @enum {string} */
            fate: "new" | "changed" | "same" | "refused";
            cells: {
                [key: string]: string | number | boolean | null;
            };
            before: {
                [key: string]: string | number | boolean | null;
            };
            faults: {
                column: string;
                said: string;
                why: string;
            }[];
        };
        OutgoingInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            partner: string;
            customer: string;
            reference: string;
            /** @enum {string} */
            kind: "856" | "997" | "999" | "4913" | "CONTRL" | "APERAK" | "TA1" | "DESADV";
            name: string;
            test: boolean;
            answers: string | null;
            document: string | null;
            /** Format: date-time */
            madeAt: string;
            /** @enum {string} */
            state: "waiting" | "sent";
            sentAt: string | null;
            sentBy: ("folder" | "pick-up" | "page") | null;
            verdict: ("received" | "accepted" | "rejected") | null;
            verdictWords: string | null;
            verdictAt: string | null;
            verdictBy: string | null;
        };
        PartnerInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            customer: string;
            /** @enum {string} */
            mode: "test" | "production";
            /** @enum {string} */
            family: "edifact" | "x12" | "vda";
            identifications: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "interchange" | "group";
                sender: string;
                qualifier: string;
                /** Format: date-time */
                addedAt: string;
            }[];
        };
        PartnerPageInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            customer: string;
            /** @enum {string} */
            mode: "test" | "production";
            /** @enum {string} */
            family: "edifact" | "x12" | "vda";
            identifications: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "interchange" | "group";
                sender: string;
                qualifier: string;
                /** Format: date-time */
                addedAt: string;
            }[];
            settings: {
                /** @enum {string} */
                mode: "test" | "production";
                /** @enum {string} */
                profile: "standard" | "counts-not-trusted" | "earliest-and-latest-exchanged" | "sa-is-the-customers-number" | "years-from-1950";
                overrides: {
                    tables?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                    vdaRecords?: {
                        [key: string]: string;
                    };
                    pivot?: number;
                    severities?: {
                        [key: string]: "error" | "warning" | "note";
                    };
                };
                byHand: boolean;
                /** @enum {string} */
                answerSyntax: "never" | "refusals" | "always";
                /** @enum {string} */
                answerEnvelope: "never" | "refusals" | "always";
                /** @enum {string} */
                answerApplication: "never" | "refusals" | "always";
                /** @enum {string} */
                x12Answer: "997" | "999";
                /** @enum {string} */
                family: "edifact" | "x12" | "vda";
                directory: string;
                ownId: string | null;
                ownQualifier: string;
                folderOut: string | null;
            };
            ways: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "key" | "folder";
                label: string;
                key: string | null;
                /** Format: date-time */
                addedAt: string;
            }[];
        };
        ShipmentInput: {
            /** Format: uuid */
            id: string;
            note: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            shipTo: string;
            shipToName: string;
            items: string;
            /** @enum {string} */
            state: "prepared" | "announced";
            /** Format: date-time */
            madeAt: string;
            leftAt: string | null;
        };
        ShipmentPageInput: {
            /** Format: uuid */
            id: string;
            note: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            shipTo: string;
            shipToName: string;
            items: string;
            /** @enum {string} */
            state: "prepared" | "announced";
            /** Format: date-time */
            madeAt: string;
            leftAt: string | null;
            unloadingPoint: string | null;
            carrier: string | null;
            lines: {
                line: number;
                item: string;
                description: string | null;
                unit: string | null;
                quantity: number;
                perPack: number;
                packType: string | null;
                total: number | null;
            }[];
            units: {
                unit: number;
                line: number;
                sscc: string;
                quantity: number;
            }[];
            advice: {
                /** Format: uuid */
                id: string;
                kind: string;
                reference: string;
                /** @enum {string} */
                state: "waiting" | "sent";
                verdict: ("received" | "accepted" | "rejected") | null;
            } | null;
        };
        KeptMappingInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            customer: string;
            name: string;
            mapping: components["schemas"]["TableMappingInput"];
            /** Format: date-time */
            addedAt: string;
        };
        TablePreviewInput: {
            /** @enum {string} */
            kind: "csv" | "xlsx";
            sheets: string[];
            sheet: string | null;
            rows: string[][];
            rowCount: number;
            known: string | null;
            read: {
                ok: boolean;
                items: number;
                lineCount: number;
                lines: {
                    row: number;
                    item: string;
                    place: string | null;
                    /** @enum {string} */
                    kind: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
                    quantity: string | null;
                    total: string | null;
                    when: string | null;
                }[];
                findings: {
                    /** @enum {string} */
                    severity: "error" | "warning" | "note";
                    text: string;
                    row: number | null;
                    column: number | null;
                }[];
            } | null;
        };
        AnswerDocumentInput: {
            /** @constant */
            format: "coprod-answer/1";
            id: string;
            organization: string;
            words: {
                text: string;
                /** @enum {string} */
                language: "en" | "fr";
                saidAt: string;
            };
            /** @enum {string} */
            outcome: "adopted" | "refused";
            rule: {
                title: string;
                version: number | null;
                /** @enum {string} */
                language: "en" | "fr";
            };
            decision: {
                reasons: string;
                /** @enum {string} */
                language: "en" | "fr";
                inWhoseName: string;
                decidedAt: string;
            };
            changes: {
                before: string | null;
                after: string | null;
            }[];
            salt: string;
        };
        ToldAnswerInput: {
            organization: string;
            /** Format: date-time */
            answeredAt: string;
            document: components["schemas"]["AnswerDocumentInput"] | null;
            contested: {
                /** Format: date-time */
                at: string;
                words: string;
                reply: string | null;
            } | null;
            withdrawnAt: string | null;
        };
        SaidInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "intervention" | "expectation";
            /** @enum {string} */
            channel: "certification" | "voice" | "planning";
            words: string;
            language: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            state: "open" | "offered" | "answered" | "refused" | "withdrawn";
            answer: {
                id: string | null;
                words: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        ExpectationInput: {
            /** Format: uuid */
            id: string;
            words: string;
            /** @enum {string} */
            language: "en" | "fr";
            customer: string | null;
            customerId: string | null;
            site: string;
            /** @enum {string} */
            consent: "by-name" | "without-name" | "none";
            heard: number;
            iHeard: boolean;
            mine: boolean;
            myTeam: boolean;
            /** @enum {string} */
            state: "peers" | "heard" | "in-a-theme" | "answered" | "withdrawn";
            theme: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @enum {string} */
                language: "en" | "fr";
            } | null;
            photos: number;
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            leadFrom: string;
        };
        ThemeInput: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            language: "en" | "fr";
            /** @enum {string} */
            state: "open" | "proposed" | "answered";
            customers: number;
            expectations: number;
            sites: number;
            countedOnly: number;
            proposal: {
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                state: string;
            } | null;
            /** Format: date-time */
            madeAt: string;
        };
        OutgoingPageInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            partner: string;
            customer: string;
            reference: string;
            /** @enum {string} */
            kind: "856" | "997" | "999" | "4913" | "CONTRL" | "APERAK" | "TA1" | "DESADV";
            name: string;
            test: boolean;
            answers: string | null;
            document: string | null;
            /** Format: date-time */
            madeAt: string;
            /** @enum {string} */
            state: "waiting" | "sent";
            sentAt: string | null;
            sentBy: ("folder" | "pick-up" | "page") | null;
            verdict: ("received" | "accepted" | "rejected") | null;
            verdictWords: string | null;
            verdictAt: string | null;
            verdictBy: string | null;
            size: number;
            family: string | null;
            segments: {
                number: number;
                byte: number;
                text: string;
                tag: string;
                depth: number;
                meaning: ({
                    /** @constant */
                    kind: "interchange";
                    sender: string;
                    recipient: string;
                    reference: string;
                } | {
                    /** @constant */
                    kind: "message";
                    document: string | null;
                    day: string | null;
                } | {
                    /** @constant */
                    kind: "item";
                    item: string;
                    order: string | null;
                    action: ("added" | "deleted" | "changed" | "unchanged" | "other") | null;
                } | {
                    /** @constant */
                    kind: "call-off";
                    /** @enum {string} */
                    firmness: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
                    quantity: string | null;
                    total: string | null;
                    when: string | null;
                } | {
                    /** @constant */
                    kind: "cumulative";
                    /** @enum {string} */
                    of: "received" | "scheduled" | "ordered" | "despatched" | "received-before-reset" | "scheduled-before-start" | "previous" | "in-transit" | "unspecified";
                    quantity: string;
                    since: string | null;
                } | {
                    /** @constant */
                    kind: "receipt";
                    quantity: string;
                    note: string | null;
                    day: string | null;
                }) | null;
                findings: {
                    /** @enum {string} */
                    severity: "error" | "warning" | "note";
                    text: string;
                }[];
            }[];
            cut: boolean;
            messages: {
                type: string;
                directory: string;
                reference: string;
                ok: boolean;
            }[];
            elsewhere: {
                /** @enum {string} */
                severity: "error" | "warning" | "note";
                text: string;
            }[];
        };
        ShippableLineInput: {
            /** Format: uuid */
            release: string;
            line: number;
            item: string;
            description: string | null;
            unit: string | null;
            document: string;
            place: string | null;
            container: number | null;
            open: number;
        };
        CumulativeRowInput: {
            /** Format: uuid */
            customerId: string;
            customer: string;
            item: string;
            shipTo: string;
            shipped: number;
            since: string | null;
            question: {
                /** Format: uuid */
                id: string;
                note: string | null;
                shipped: number;
                received: number;
                /** Format: uuid */
                release: string;
                /** Format: date-time */
                askedAt: string;
            } | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            whatToDo: string;
            extra?: unknown;
        };
        Invitation: {
            organization: string;
            inviter: string;
            email: string;
            name: string;
            /** @enum {string} */
            side: "organization" | "customer";
            customer: string | null;
            roles: string[];
            known: boolean;
        };
        Membership: {
            /** Format: uuid */
            membership: string;
            organization: {
                slug: string;
                name: string;
                /** @enum {string} */
                language: "en" | "fr";
                timeZone: string;
                waysIn: string[];
                demo: boolean;
            };
            /** @enum {string} */
            side: "organization" | "customer";
            customer: string | null;
            name: string;
            roles: string[];
        };
        Me: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
            } | null;
            memberships: components["schemas"]["Membership"][];
        };
        Member: {
            /** Format: uuid */
            membership: string;
            name: string;
            email: string;
            /** @enum {string} */
            side: "organization" | "customer";
            customer: string | null;
            team: string | null;
            teamId: string | null;
            roles: string[];
            /** Format: date-time */
            since: string;
            endedAt: string | null;
        };
        BlockContent: {
            /** @constant */
            kind: "heading";
            level: 1 | 2 | 3;
            runs: ({
                text: string;
                /** @constant */
                bold?: true;
                /** @constant */
                italic?: true;
                /** @constant */
                code?: true;
                link?: string;
            } | {
                parameter: string;
            })[];
        } | {
            /** @constant */
            kind: "paragraph";
            runs: ({
                text: string;
                /** @constant */
                bold?: true;
                /** @constant */
                italic?: true;
                /** @constant */
                code?: true;
                link?: string;
            } | {
                parameter: string;
            })[];
        } | {
            /** @constant */
            kind: "list";
            ordered: boolean;
            items: {
                depth: number;
                runs: ({
                    text: string;
                    /** @constant */
                    bold?: true;
                    /** @constant */
                    italic?: true;
                    /** @constant */
                    code?: true;
                    link?: string;
                } | {
                    parameter: string;
                })[];
            }[];
        } | {
            /** @constant */
            kind: "table";
            header: boolean;
            rows: ({
                text: string;
                /** @constant */
                bold?: true;
                /** @constant */
                italic?: true;
                /** @constant */
                code?: true;
                link?: string;
            } | {
                parameter: string;
            })[][][];
        } | {
            /** @constant */
            kind: "picture";
            /** Format: uuid */
            file: string;
            alternative: string;
        };
        BlockDifference: {
            /** Format: uuid */
            block: string;
            /** @enum {string} */
            how: "same" | "changed" | "added" | "removed" | "split";
            moved: boolean;
            secret: boolean;
            before: unknown | null;
            after: unknown | null;
            words: {
                /** @enum {string} */
                how: "same" | "inserted" | "deleted";
                text: string;
            }[];
        };
        ClauseDifference: {
            /** Format: uuid */
            requirement: string;
            clause: string;
            /** @enum {string} */
            how: "new" | "changed" | "gone";
            words: {
                /** @enum {string} */
                how: "same" | "inserted" | "deleted";
                text: string;
            }[];
        };
        CoverageTotals: {
            covered: number;
            partial: number;
            gap: number;
            "not-applicable": number;
        };
        Catalogue: {
            /** Format: uuid */
            id: string;
            name: string;
            edition: string;
            /** @enum {string} */
            language: "en" | "fr";
            source: string;
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            clauses: number;
            /** Format: date-time */
            madeAt: string;
            replaces: {
                /** Format: uuid */
                id: string;
                edition: string;
            } | null;
            replacedBy: {
                /** Format: uuid */
                id: string;
                edition: string;
            } | null;
            holds: boolean;
            totals: components["schemas"]["CoverageTotals"] | null;
        };
        Requirement: {
            /** Format: uuid */
            id: string;
            catalogue: {
                /** Format: uuid */
                id: string;
                name: string;
                edition: string;
            };
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            clause: string;
            depth: number;
            words: string;
            /** @enum {string} */
            language: "en" | "fr";
            source: string;
            /** Format: date-time */
            receivedAt: string;
            state: ("covered" | "partial" | "gap" | "not-applicable") | null;
            blocks: number | null;
            documents: number | null;
            owner: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            notApplicableBecause: string | null;
        };
        Block: {
            /** Format: uuid */
            id: string;
            content: components["schemas"]["BlockContent"];
            secret: boolean;
            from: string | null;
        };
        Parameter: {
            name: string;
            label: string;
            value: number | boolean;
            unit: string | null;
            minimum: number | null;
            maximum: number | null;
        };
        RuleRow: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            /** @enum {string} */
            kind: "procedure" | "planning" | "service";
            /** @enum {string} */
            regulation: "control" | "autonomous" | "joint";
            title: string;
            version: number;
            owner: string;
            /** Format: uuid */
            ownerId: string;
            customer: string | null;
            inUse: number;
            reviewOn: string | null;
            inForceFrom: string | null;
        };
        Rule: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            /** @enum {string} */
            kind: "procedure" | "planning" | "service";
            /** @enum {string} */
            regulation: "control" | "autonomous" | "joint";
            title: string;
            /** @enum {string} */
            language: "en" | "fr";
            owner: {
                /** Format: uuid */
                membership: string;
                name: string;
            };
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            reviewOn: string | null;
            version: number;
            current: number;
            inForceFrom: string | null;
            blocks: components["schemas"]["Block"][];
            origins: {
                /** Format: uuid */
                block: string;
                /** @enum {string} */
                channel: "certification" | "voice" | "planning";
                words: number;
            }[];
            parameters: components["schemas"]["Parameter"][];
            use: {
                inUse: number;
                differently: number;
                read: number;
                of: number;
            };
            transmissions: number;
            acts: number;
            openProposals: {
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                state: string;
            }[];
        };
        Draft: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            state: "draft" | "open" | "decided" | "refused" | "withdrawn";
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                /** @enum {string} */
                kind: "procedure" | "planning" | "service";
                /** @enum {string} */
                language: "en" | "fr";
            };
            blocks: {
                /** Format: uuid */
                id: string;
                content: components["schemas"]["BlockContent"];
                secret: boolean;
                from: string | null;
                revision: number;
                changedBy: {
                    /** Format: uuid */
                    membership: string;
                    name: string;
                };
                /** Format: date-time */
                changedAt: string;
            }[];
            parameters: components["schemas"]["Parameter"][];
            may: {
                write: boolean;
                secrecy: boolean;
            };
        };
        ProposalRow: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                /** @enum {string} */
                kind: "procedure" | "planning" | "service";
            };
            /** @enum {string} */
            state: "draft" | "open" | "decided" | "refused" | "withdrawn";
            /** @enum {string} */
            method: "by-owner" | "by-consent";
            words: number;
            objections: {
                open: number;
                all: number;
            };
            term: string | null;
            /** Format: date-time */
            begunAt: string;
            overtaken: boolean;
            proposedBy: string;
        };
        Proposal: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            why: string;
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                /** @enum {string} */
                kind: "procedure" | "planning" | "service";
                version: number;
                /** Format: uuid */
                owner: string;
                /** @enum {string} */
                language: "en" | "fr";
            };
            base: number;
            /** @enum {string} */
            state: "draft" | "open" | "decided" | "refused" | "withdrawn";
            /** @enum {string} */
            method: "by-owner" | "by-consent";
            /** @enum {string} */
            regulation: "control" | "autonomous" | "joint";
            term: string | null;
            /** Format: date-time */
            begunAt: string;
            openedAt: string | null;
            proposedBy: {
                /** Format: uuid */
                membership: string;
                name: string;
            };
            effect: {
                hours: string;
                pace: string;
                mobility: string;
                autonomy: string;
            };
            overtaken: boolean;
            concerned: number;
            origins: {
                /** Format: uuid */
                intervention: string;
                number: number;
                /** @enum {string} */
                channel: "certification" | "voice" | "planning";
                customer: string | null;
                words: string;
                language: string;
                /** Format: date-time */
                happenedAt: string;
                block: string | null;
                parameter: string | null;
            }[];
            draft: {
                /** Format: uuid */
                id: string;
                content: components["schemas"]["BlockContent"];
                secret: boolean;
                from: string | null;
                revision: number;
            }[];
            parameters: {
                name: string;
                label: string;
                value: number | boolean;
                unit: string | null;
                minimum: number | null;
                maximum: number | null;
                before: number | boolean | null;
            }[];
            difference: components["schemas"]["BlockDifference"][];
            remarks: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "argument" | "objection";
                ground: ("hours" | "pace" | "mobility" | "autonomy" | "other") | null;
                block: string | null;
                textHasChanged: boolean;
                words: string;
                by: string;
                team: string | null;
                mine: boolean;
                /** Format: date-time */
                at: string;
                withdrawn: boolean;
                answers: {
                    words: string;
                    by: string;
                    /** Format: date-time */
                    at: string;
                }[];
            }[];
            voices: {
                consent: {
                    name: string;
                    team: string | null;
                    inNameOf: string | null;
                }[];
                mine: boolean;
            };
            decision: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                outcome: "adopted" | "refused";
                version: number | null;
                method: string;
                reasons: string;
                by: string;
                inWhoseName: string;
                meaning: string;
                credential: string;
                /** Format: date-time */
                at: string;
            } | null;
            may: {
                write: boolean;
                answer: boolean;
                sign: boolean;
                withdraw: boolean;
            };
        };
        Grant: {
            /** Format: uuid */
            id: string;
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
            };
            block: {
                /** Format: uuid */
                id: string;
                text: string;
            };
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
                conflictClass: string | null;
            };
            agreement: string;
            grantedBy: string;
            mine: boolean;
            /** Format: date-time */
            grantedAt: string;
            secondBy: string | null;
            until: string | null;
            revokedAt: string | null;
            waits: boolean;
            rivals: string[];
        };
        DoneLine: {
            /** @enum {string} */
            act: "answered" | "consented" | "objected" | "argued" | "answered-objection" | "decided" | "read" | "joined";
            subject: {
                kind: string;
                /** Format: uuid */
                id: string;
            };
            label: string;
            title: string;
            /** Format: date-time */
            at: string;
            undo: {
                /** @enum {string} */
                kind: "consent" | "remark" | "reading" | "joining";
                /** Format: uuid */
                id: string;
            } | null;
        };
        WaitingLine: {
            /** @enum {string} */
            act: "answer" | "decide" | "consent" | "read" | "rebase" | "acknowledge" | "take-offer" | "transmit" | "sign" | "write" | "invite" | "add-customer" | "take-in" | "join" | "send" | "cover";
            subject: {
                kind: string;
                id: string;
            };
            label: string;
            title: string;
            words: {
                text: string;
                language: string;
            } | null;
            channel: ("certification" | "voice" | "planning") | null;
            reason: string;
            due: string | null;
            /** Format: date-time */
            since: string;
            count?: number;
        };
        Intervention: {
            /** Format: uuid */
            id: string;
            number: number | null;
            /** @enum {string} */
            channel: "certification" | "voice" | "planning";
            customer: string | null;
            customerId: string | null;
            words: string;
            language: string;
            source: {
                kind: string;
                id: string | null;
            };
            /** @enum {string} */
            consent: "by-name" | "without-name" | "none";
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            state: "open" | "offered" | "answered" | "refused" | "withdrawn";
            dueAt: string | null;
            assignee: {
                /** Format: uuid */
                membership: string;
                name: string;
            } | null;
            answer: {
                words: string;
                language: string | null;
                at: string | null;
                by: string | null;
            } | null;
        };
        LedgerEntry: {
            /** Format: uuid */
            id: string;
            index: number | null;
            kind: string;
            subject: {
                kind: string;
                /** Format: uuid */
                id: string;
            };
            page: {
                kind: string;
                /** Format: uuid */
                id: string;
            } | null;
            customer: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** @enum {string} */
            state: "open" | "erased" | "withheld";
            gist: {
                text: string;
                quotedIn: string | null;
            } | null;
        };
        Lineage: {
            subject: {
                /** @enum {string} */
                kind: "block" | "parameter";
                id: string;
            };
            changes: {
                version: number;
                /** Format: date-time */
                inForceFrom: string;
                words: {
                    /** @enum {string} */
                    how: "same" | "inserted" | "deleted";
                    text: string;
                }[];
                proposal: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    title: string;
                };
                origins: {
                    /** Format: uuid */
                    intervention: string;
                    number: number;
                    /** @enum {string} */
                    channel: "certification" | "voice" | "planning";
                    customer: string | null;
                    words: string;
                    language: string;
                    consent: string;
                    /** Format: date-time */
                    happenedAt: string;
                    precise: boolean;
                }[];
                objections: {
                    raised: number;
                    answered: number;
                    withdrawn: number;
                };
                voices: {
                    consent: number;
                    inNameOfCustomers: number;
                };
                decision: {
                    /** Format: uuid */
                    id: string;
                    method: string;
                    decidedBy: string;
                    inWhoseName: string;
                    reasons: string;
                    /** Format: date-time */
                    decidedAt: string;
                };
                transmissions: {
                    sent: number;
                    acknowledged: number;
                    withheld: number;
                };
            }[];
        };
        VisibleDocument: {
            organization: string;
            label: string;
            version: number;
            title: string;
            decidedAt: string;
            customer: string;
            blocks: ({
                /** @enum {string} */
                state: "open" | "granted";
                position: number;
                /** Format: uuid */
                id: string;
                content: components["schemas"]["BlockContent"];
                agreement: string | null;
            } | {
                /** @constant */
                state: "withheld";
                position: number;
            })[];
        };
        Composer: {
            rule: {
                /** Format: uuid */
                id: string;
                label: string;
                title: string;
                version: number;
                /** @enum {string} */
                language: "en" | "fr";
            };
            /** Format: date */
            dueOn: string;
            blocks: {
                /** Format: uuid */
                id: string;
                kind: string;
                text: string;
                secret: boolean;
            }[];
            customers: {
                /** Format: uuid */
                id: string;
                name: string;
                conflictClass: string | null;
                last: {
                    version: number | null;
                    /** Format: date-time */
                    sentAt: string;
                    acknowledged: boolean;
                } | null;
            }[];
            grants: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                block: string;
                /** Format: uuid */
                customer: string;
                agreement: string;
            }[];
        };
        TransmissionRow: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            title: string;
            version: number | null;
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            rule: string | null;
            language: string;
            /** Format: date-time */
            sentAt: string;
            seenAt: string | null;
            acknowledgedAt: string | null;
            acknowledgedBy: string | null;
            dueOn: string | null;
            superseded: boolean;
        };
        Transmission: {
            /** Format: uuid */
            id: string;
            number: number;
            label: string;
            title: string;
            version: number | null;
            customer: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            rule: string | null;
            language: string;
            /** Format: date-time */
            sentAt: string;
            seenAt: string | null;
            acknowledgedAt: string | null;
            acknowledgedBy: string | null;
            dueOn: string | null;
            superseded: boolean;
            document: components["schemas"]["VisibleDocument"];
            /** Format: uuid */
            entry: string;
            sha256: string;
            pdfSha256: string | null;
            supersededBy: string | null;
            since: {
                /** Format: uuid */
                transmission: string;
                version: number;
                /** Format: date-time */
                acknowledgedAt: string;
                changes: components["schemas"]["BlockDifference"][];
            } | null;
        };
        TableMapping: {
            headingRows: number;
            customerItem: number;
            supplierItem?: number;
            order?: number;
            shipTo?: number;
            unloadingPoint?: number;
            unit?: number;
            received?: number;
            date?: number;
            quantity?: number;
            cumulative?: number;
            status?: number;
            /** @enum {string} */
            numbers?: "amount" | "cumulative";
            across?: {
                from: number;
                to: number;
            };
            /** @enum {string} */
            dateOrder: "day-month-year" | "month-day-year" | "year-month-day";
            /** @enum {string} */
            bucket?: "week" | "four-weeks" | "month" | "quarter" | "year";
            /** @enum {string} */
            decimalMark: "." | ",";
            kinds: {
                [key: string]: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
            };
        };
        FileReceived: {
            /** Format: uuid */
            file: string;
            /** Format: date-time */
            receivedAt: string;
            interchanges: {
                /** Format: uuid */
                interchange: string;
                customer: string;
                controlReference: string;
            }[];
        };
        Interchange: {
            /** Format: uuid */
            id: string;
            name: string;
            part: {
                number: number;
                of: number;
            };
            /** @enum {string} */
            cameBy: "page" | "post" | "folder";
            /** Format: date-time */
            receivedAt: string;
            sender: string | null;
            qualifier: string;
            controlReference: string | null;
            /** @enum {string} */
            state: "unknown-sender" | "unreadable" | "quarantined" | "received" | "applied" | "set-aside" | "test";
            reason: ("changed" | "way-of-another" | "not-his-way" | "not-by-hand" | "group-sender") | null;
            customer: string | null;
            customerId: string | null;
            refused: {
                text: string;
                segment: number | null;
                byte: number;
            } | null;
        };
        MessagePage: {
            /** Format: uuid */
            id: string;
            name: string;
            part: {
                number: number;
                of: number;
            };
            /** @enum {string} */
            cameBy: "page" | "post" | "folder";
            /** Format: date-time */
            receivedAt: string;
            sender: string | null;
            qualifier: string;
            controlReference: string | null;
            /** @enum {string} */
            state: "unknown-sender" | "unreadable" | "quarantined" | "received" | "applied" | "set-aside" | "test";
            reason: ("changed" | "way-of-another" | "not-his-way" | "not-by-hand" | "group-sender") | null;
            customer: string | null;
            customerId: string | null;
            refused: {
                text: string;
                segment: number | null;
                byte: number;
            } | null;
            size: number;
            family: string | null;
            segments: {
                number: number;
                byte: number;
                text: string;
                tag: string;
                depth: number;
                meaning: ({
                    /** @constant */
                    kind: "interchange";
                    sender: string;
                    recipient: string;
                    reference: string;
                } | {
                    /** @constant */
                    kind: "message";
                    document: string | null;
                    day: string | null;
                } | {
                    /** @constant */
                    kind: "item";
                    item: string;
                    order: string | null;
                    action: ("added" | "deleted" | "changed" | "unchanged" | "other") | null;
                } | {
                    /** @constant */
                    kind: "call-off";
                    /** @enum {string} */
                    firmness: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
                    quantity: string | null;
                    total: string | null;
                    when: string | null;
                } | {
                    /** @constant */
                    kind: "cumulative";
                    /** @enum {string} */
                    of: "received" | "scheduled" | "ordered" | "despatched" | "received-before-reset" | "scheduled-before-start" | "previous" | "in-transit" | "unspecified";
                    quantity: string;
                    since: string | null;
                } | {
                    /** @constant */
                    kind: "receipt";
                    quantity: string;
                    note: string | null;
                    day: string | null;
                }) | null;
                findings: {
                    /** @enum {string} */
                    severity: "error" | "warning" | "note";
                    text: string;
                }[];
            }[];
            cut: boolean;
            messages: {
                type: string;
                directory: string;
                reference: string;
                ok: boolean;
            }[];
            elsewhere: {
                /** @enum {string} */
                severity: "error" | "warning" | "note";
                text: string;
            }[];
            sha256: string;
            releases: {
                /** Format: uuid */
                id: string;
                document: string;
                /** @enum {string} */
                state: "applied" | "late" | "kept" | "cancellation" | "without-base" | "repeated";
            }[];
            /** Format: uuid */
            file: string;
            beside: {
                /** Format: uuid */
                id: string;
                number: number;
                controlReference: string | null;
                /** @enum {string} */
                state: "unknown-sender" | "unreadable" | "quarantined" | "received" | "applied" | "set-aside" | "test";
            }[];
            conflictsWith: string | null;
            decidedAt: string | null;
            partner: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                profile: "standard" | "counts-not-trusted" | "earliest-and-latest-exchanged" | "sa-is-the-customers-number" | "years-from-1950";
            } | null;
            answers: {
                /** Format: uuid */
                id: string;
                kind: string;
                /** @enum {string} */
                state: "waiting" | "sent";
                reference: string;
            }[];
        };
        Release: {
            /** Format: uuid */
            id: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            interchange: string | null;
            /** @enum {string} */
            kind: "release" | "call-off";
            document: string;
            /** Format: date */
            day: string;
            message: string;
            place: string | null;
            /** @enum {string} */
            state: "applied" | "late" | "kept" | "cancellation" | "without-base" | "repeated";
            replaces: {
                /** Format: uuid */
                id: string;
                document: string;
            } | null;
            changes: number;
            outside: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            appliedAt: string;
        };
        CitedRule: {
            id: string | null;
            label: string;
            version: number;
            /** Format: date-time */
            since: string;
            value: number | boolean;
            agreed: boolean;
        };
        WeekCompared: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            horizon: "firm" | "production" | "material" | "forecast" | "unstated";
            was: number | null;
            asked: number;
            wasTotal: number | null;
            askedTotal: number;
            verdict: {
                /** @enum {string} */
                kind: "passes" | "outside" | "no-rule";
                by: ("frozen-days" | "tolerance-firm" | "tolerance-production" | "tolerance-material" | "tolerance-forecast" | "container-rounding") | null;
                difference: number;
                allowed: number | null;
                rule: components["schemas"]["CitedRule"] | null;
            } | null;
        };
        ReleaseLine: {
            line: number;
            item: string;
            description: string | null;
            unit: string | null;
            drift: string;
            anchored: boolean;
            received: number | null;
            shipped: number | null;
            askedToDate: number;
            since: string | null;
            receipts: {
                note: string | null;
                on: string | null;
                quantity: number;
            }[];
            weeks: components["schemas"]["WeekCompared"][];
            news: {
                /** @enum {string} */
                horizon: "firm" | "production" | "material" | "forecast" | "unstated";
                was: number;
                asked: number;
                /** @enum {string} */
                kind: "more" | "less" | "earlier" | "later" | "same";
                from: string | null;
            }[];
            asked: {
                /** Format: date */
                on: string;
                total: number;
            }[];
            before: {
                /** Format: date */
                on: string;
                total: number;
            }[];
            intervention: {
                /** Format: uuid */
                id: string;
                number: number | null;
                state: string;
                due: string | null;
            } | null;
        };
        Offer: {
            /** Format: uuid */
            id: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            intervention: string;
            release: {
                /** Format: uuid */
                id: string;
                document: string;
            };
            item: string;
            unit: string | null;
            /** @enum {string} */
            kind: "accept" | "refuse" | "offer";
            askedWords: {
                text: string;
                language: string;
            };
            asked: {
                /** Format: date */
                on: string;
                quantity: number;
            }[];
            lines: {
                /** Format: date */
                on: string;
                quantity: number;
            }[];
            words: string;
            language: string;
            rule: {
                id: string | null;
                label: string;
                version: number;
                /** Format: date-time */
                since: string;
                value: number | boolean;
                agreed: boolean;
                /** @enum {string} */
                by: "frozen-days" | "tolerance-firm" | "tolerance-production" | "tolerance-material" | "tolerance-forecast" | "container-rounding";
            } | null;
            /** @enum {string} */
            state: "given" | "offered" | "taken" | "rejected";
            /** Format: date-time */
            madeAt: string;
            answeredAt: string | null;
            answerWords: string | null;
        };
        Promise: {
            /** Format: uuid */
            id: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            reply: string | null;
            release: string | null;
            intervention: string | null;
            item: string;
            unit: string | null;
            asked: {
                /** Format: date */
                on: string;
                quantity: number;
            };
            promised: {
                /** Format: date */
                on: string;
                quantity: number;
            };
            lateBy: number;
            /** Format: date-time */
            madeAt: string;
            endedAt: string | null;
            words: string;
            language: string;
            rule: {
                id: string | null;
                label: string;
                version: number;
                /** Format: date-time */
                since: string;
                value: number | boolean;
                agreed: boolean;
                /** @enum {string} */
                by: "frozen-days" | "tolerance-firm" | "tolerance-production" | "tolerance-material" | "tolerance-forecast" | "container-rounding";
            } | null;
        };
        PlanCosts: {
            changeovers: number;
            holding: number;
            belowSafetyStock: number;
            aboveMaximumStock: number;
            lateness: number;
            brokenPromises: number;
            unserved: number;
            overtime: number;
            extraShifts: number;
            temporaryWorkers: number;
            movedPeople: number;
            outside: number;
            changedLots: number;
            lastEnd: number;
            total: number;
        };
        PlanDocument: {
            /** @constant */
            format: "coprod-plan/1";
            lots: {
                id: string;
                line: string;
                item: string;
                pieces: number;
                /** @default 0 */
                heads: number;
                /** Format: date-time */
                setupStart: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
            }[];
            overtime: {
                line: string;
                /** Format: date */
                date: string;
                shift: string;
                minutes: number;
            }[];
            extraShifts: {
                line: string;
                /** Format: date */
                date: string;
                shift: string;
            }[];
            outside: {
                item: string;
                pieces: number;
                /** Format: date-time */
                arrival: string;
            }[];
            pins?: {
                lot: string;
                line?: boolean;
                order?: boolean;
                start?: boolean;
                pieces?: boolean;
            }[];
        };
        PlanViolation: {
            rule: string;
            at: string;
            detail: string;
        };
        PlantGap: {
            sheet: string;
            row: string | null;
            column: string | null;
            /** @enum {string} */
            effect: "stops" | "assumed";
            text: string;
        };
        Plan: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            state: "draft" | "in-force" | "replaced" | "discarded";
            /** Format: date-time */
            madeAt: string;
            because: {
                /** @enum {string} */
                kind: "release" | "person";
                release: {
                    /** Format: uuid */
                    id: string;
                    document: string;
                } | null;
                customer: string | null;
                person: string | null;
            };
            base: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            late: number;
            totalCents: number | null;
            adoptedAt: string | null;
            adoptedBy: string | null;
            endedAt: string | null;
        };
        PlanDelivery: {
            demand: string;
            customer: string;
            item: string;
            latestDispatch: string;
            parts: {
                at: string;
                pieces: number;
            }[];
            unservedPieces: number;
            complete: string | null;
            costCents: number | null;
        };
        WholePlan: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            state: "draft" | "in-force" | "replaced" | "discarded";
            /** Format: date-time */
            madeAt: string;
            because: {
                /** @enum {string} */
                kind: "release" | "person";
                release: {
                    /** Format: uuid */
                    id: string;
                    document: string;
                } | null;
                customer: string | null;
                person: string | null;
            };
            base: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            late: number;
            totalCents: number | null;
            adoptedAt: string | null;
            adoptedBy: string | null;
            endedAt: string | null;
            problem: {
                [key: string]: unknown;
            };
            plan: components["schemas"]["PlanDocument"];
            costs: components["schemas"]["PlanCosts"] | null;
            violations: components["schemas"]["PlanViolation"][];
            deliveries: components["schemas"]["PlanDelivery"][];
            gaps: components["schemas"]["PlantGap"][];
            rules: {
                /** Format: uuid */
                id: string;
                label: string;
                version: number;
            }[];
        };
        CounterOffer: {
            id: string;
            /** @enum {string} */
            kind: "later" | "part-now" | "less";
            answers: {
                /** Format: uuid */
                intervention: string;
                item: string;
                lines: {
                    /** Format: date */
                    on: string;
                    quantity: number;
                }[];
            }[];
            savesCents: number;
        };
        PlantRow: {
            /** Format: uuid */
            id: string;
            cells: {
                [key: string]: string | number | boolean | null;
            };
        };
        PlantColumn: {
            name: string;
            /** @enum {string} */
            kind: "text" | "whole" | "decimal" | "flag" | "time" | "day" | "weekdays" | "moment";
            label: string;
            key: boolean;
            price: boolean;
        };
        PlantRowFate: {
            line: number;
            /** @enum {string} */
            fate: "new" | "changed" | "same" | "refused";
            cells: {
                [key: string]: string | number | boolean | null;
            };
            before: {
                [key: string]: string | number | boolean | null;
            };
            faults: {
                column: string;
                said: string;
                why: string;
            }[];
        };
        Outgoing: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            partner: string;
            customer: string;
            reference: string;
            /** @enum {string} */
            kind: "856" | "997" | "999" | "4913" | "CONTRL" | "APERAK" | "TA1" | "DESADV";
            name: string;
            test: boolean;
            answers: string | null;
            document: string | null;
            /** Format: date-time */
            madeAt: string;
            /** @enum {string} */
            state: "waiting" | "sent";
            sentAt: string | null;
            sentBy: ("folder" | "pick-up" | "page") | null;
            verdict: ("received" | "accepted" | "rejected") | null;
            verdictWords: string | null;
            verdictAt: string | null;
            verdictBy: string | null;
        };
        Partner: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            customer: string;
            /** @enum {string} */
            mode: "test" | "production";
            /** @enum {string} */
            family: "edifact" | "x12" | "vda";
            identifications: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "interchange" | "group";
                sender: string;
                qualifier: string;
                /** Format: date-time */
                addedAt: string;
            }[];
        };
        PartnerPage: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            customer: string;
            /** @enum {string} */
            mode: "test" | "production";
            /** @enum {string} */
            family: "edifact" | "x12" | "vda";
            identifications: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "interchange" | "group";
                sender: string;
                qualifier: string;
                /** Format: date-time */
                addedAt: string;
            }[];
            settings: {
                /** @enum {string} */
                mode: "test" | "production";
                /** @enum {string} */
                profile: "standard" | "counts-not-trusted" | "earliest-and-latest-exchanged" | "sa-is-the-customers-number" | "years-from-1950";
                overrides: {
                    tables?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                    vdaRecords?: {
                        [key: string]: string;
                    };
                    pivot?: number;
                    severities?: {
                        [key: string]: "error" | "warning" | "note";
                    };
                };
                byHand: boolean;
                /** @enum {string} */
                answerSyntax: "never" | "refusals" | "always";
                /** @enum {string} */
                answerEnvelope: "never" | "refusals" | "always";
                /** @enum {string} */
                answerApplication: "never" | "refusals" | "always";
                /** @enum {string} */
                x12Answer: "997" | "999";
                /** @enum {string} */
                family: "edifact" | "x12" | "vda";
                directory: string;
                ownId: string | null;
                ownQualifier: string;
                folderOut: string | null;
            };
            ways: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "key" | "folder";
                label: string;
                key: string | null;
                /** Format: date-time */
                addedAt: string;
            }[];
        };
        Shipment: {
            /** Format: uuid */
            id: string;
            note: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            shipTo: string;
            shipToName: string;
            items: string;
            /** @enum {string} */
            state: "prepared" | "announced";
            /** Format: date-time */
            madeAt: string;
            leftAt: string | null;
        };
        ShipmentPage: {
            /** Format: uuid */
            id: string;
            note: string;
            customer: string;
            /** Format: uuid */
            customerId: string;
            shipTo: string;
            shipToName: string;
            items: string;
            /** @enum {string} */
            state: "prepared" | "announced";
            /** Format: date-time */
            madeAt: string;
            leftAt: string | null;
            unloadingPoint: string | null;
            carrier: string | null;
            lines: {
                line: number;
                item: string;
                description: string | null;
                unit: string | null;
                quantity: number;
                perPack: number;
                packType: string | null;
                total: number | null;
            }[];
            units: {
                unit: number;
                line: number;
                sscc: string;
                quantity: number;
            }[];
            advice: {
                /** Format: uuid */
                id: string;
                kind: string;
                reference: string;
                /** @enum {string} */
                state: "waiting" | "sent";
                verdict: ("received" | "accepted" | "rejected") | null;
            } | null;
        };
        KeptMapping: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            customer: string;
            name: string;
            mapping: components["schemas"]["TableMapping"];
            /** Format: date-time */
            addedAt: string;
        };
        TablePreview: {
            /** @enum {string} */
            kind: "csv" | "xlsx";
            sheets: string[];
            sheet: string | null;
            rows: string[][];
            rowCount: number;
            known: string | null;
            read: {
                ok: boolean;
                items: number;
                lineCount: number;
                lines: {
                    row: number;
                    item: string;
                    place: string | null;
                    /** @enum {string} */
                    kind: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
                    quantity: string | null;
                    total: string | null;
                    when: string | null;
                }[];
                findings: {
                    /** @enum {string} */
                    severity: "error" | "warning" | "note";
                    text: string;
                    row: number | null;
                    column: number | null;
                }[];
            } | null;
        };
        AnswerDocument: {
            /** @constant */
            format: "coprod-answer/1";
            id: string;
            organization: string;
            words: {
                text: string;
                /** @enum {string} */
                language: "en" | "fr";
                saidAt: string;
            };
            /** @enum {string} */
            outcome: "adopted" | "refused";
            rule: {
                title: string;
                version: number | null;
                /** @enum {string} */
                language: "en" | "fr";
            };
            decision: {
                reasons: string;
                /** @enum {string} */
                language: "en" | "fr";
                inWhoseName: string;
                decidedAt: string;
            };
            changes: {
                before: string | null;
                after: string | null;
            }[];
            salt: string;
        };
        ToldAnswer: {
            organization: string;
            /** Format: date-time */
            answeredAt: string;
            document: components["schemas"]["AnswerDocument"] | null;
            contested: {
                /** Format: date-time */
                at: string;
                words: string;
                reply: string | null;
            } | null;
            withdrawnAt: string | null;
        };
        Said: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "intervention" | "expectation";
            /** @enum {string} */
            channel: "certification" | "voice" | "planning";
            words: string;
            language: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            state: "open" | "offered" | "answered" | "refused" | "withdrawn";
            answer: {
                id: string | null;
                words: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        Expectation: {
            /** Format: uuid */
            id: string;
            words: string;
            /** @enum {string} */
            language: "en" | "fr";
            customer: string | null;
            customerId: string | null;
            site: string;
            /** @enum {string} */
            consent: "by-name" | "without-name" | "none";
            heard: number;
            iHeard: boolean;
            mine: boolean;
            myTeam: boolean;
            /** @enum {string} */
            state: "peers" | "heard" | "in-a-theme" | "answered" | "withdrawn";
            theme: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @enum {string} */
                language: "en" | "fr";
            } | null;
            photos: number;
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            leadFrom: string;
        };
        Theme: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            language: "en" | "fr";
            /** @enum {string} */
            state: "open" | "proposed" | "answered";
            customers: number;
            expectations: number;
            sites: number;
            countedOnly: number;
            proposal: {
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                state: string;
            } | null;
            /** Format: date-time */
            madeAt: string;
        };
        OutgoingPage: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            partner: string;
            customer: string;
            reference: string;
            /** @enum {string} */
            kind: "856" | "997" | "999" | "4913" | "CONTRL" | "APERAK" | "TA1" | "DESADV";
            name: string;
            test: boolean;
            answers: string | null;
            document: string | null;
            /** Format: date-time */
            madeAt: string;
            /** @enum {string} */
            state: "waiting" | "sent";
            sentAt: string | null;
            sentBy: ("folder" | "pick-up" | "page") | null;
            verdict: ("received" | "accepted" | "rejected") | null;
            verdictWords: string | null;
            verdictAt: string | null;
            verdictBy: string | null;
            size: number;
            family: string | null;
            segments: {
                number: number;
                byte: number;
                text: string;
                tag: string;
                depth: number;
                meaning: ({
                    /** @constant */
                    kind: "interchange";
                    sender: string;
                    recipient: string;
                    reference: string;
                } | {
                    /** @constant */
                    kind: "message";
                    document: string | null;
                    day: string | null;
                } | {
                    /** @constant */
                    kind: "item";
                    item: string;
                    order: string | null;
                    action: ("added" | "deleted" | "changed" | "unchanged" | "other") | null;
                } | {
                    /** @constant */
                    kind: "call-off";
                    /** @enum {string} */
                    firmness: "immediate" | "backlog" | "firm" | "production" | "material" | "forecast" | "stop" | "unstated";
                    quantity: string | null;
                    total: string | null;
                    when: string | null;
                } | {
                    /** @constant */
                    kind: "cumulative";
                    /** @enum {string} */
                    of: "received" | "scheduled" | "ordered" | "despatched" | "received-before-reset" | "scheduled-before-start" | "previous" | "in-transit" | "unspecified";
                    quantity: string;
                    since: string | null;
                } | {
                    /** @constant */
                    kind: "receipt";
                    quantity: string;
                    note: string | null;
                    day: string | null;
                }) | null;
                findings: {
                    /** @enum {string} */
                    severity: "error" | "warning" | "note";
                    text: string;
                }[];
            }[];
            cut: boolean;
            messages: {
                type: string;
                directory: string;
                reference: string;
                ok: boolean;
            }[];
            elsewhere: {
                /** @enum {string} */
                severity: "error" | "warning" | "note";
                text: string;
            }[];
        };
        ShippableLine: {
            /** Format: uuid */
            release: string;
            line: number;
            item: string;
            description: string | null;
            unit: string | null;
            document: string;
            place: string | null;
            container: number | null;
            open: number;
        };
        CumulativeRow: {
            /** Format: uuid */
            customerId: string;
            customer: string;
            item: string;
            shipTo: string;
            shipped: number;
            since: string | null;
            question: {
                /** Format: uuid */
                id: string;
                note: string | null;
                shipped: number;
                received: number;
                /** Format: uuid */
                release: string;
                /** Format: date-time */
                askedAt: string;
            } | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
