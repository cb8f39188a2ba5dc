namespace ProgramReview.Conformance.Reference;

/// <summary>
/// Cases the SDK's test host does not pass, and why. What begins with "there" is a gap of that host alone: a Functions app sees what our engine
/// does. All the others are deliberate differences of our engine. Both stand in docs/local-host.md.
/// </summary>
internal static class KnownDifferences
{
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["Activity.An_unwritable_input_is_refused_at_the_call"] =
                "it is tried again by the policy",
            ["Child.A_child_has_its_parents_tags_and_its_own"] =
                "there, a child has the tags of its call alone",
            ["Child.A_child_with_a_live_id_fails"] = "the parent waits for ever",
            ["Child.A_recursive_termination_takes_the_children"] = "'recursive' is ignored",
            ["Child.A_terminated_child_is_a_failure"] = "the failure has no details",
            ["Code.A_foreign_await_fails_the_instance"] = "it is Running for ever",
            ["Code.Names_in_a_payload_mind_no_case"] =
                "there, case matters and fields are read; the serializer of the Functions worker decides otherwise",
            ["Code.The_input_is_read_as_any_type_that_fits"] =
                "there, the input is read once, as the type the orchestrator declares",
            ["Code.The_context_refuses_other_threads"] =
                "there, nothing is guarded; the worker extension of Functions guards it",
            ["ContinueAsNew.The_custom_status_outlasts_one_turn"] = "there, it is gone at once",
            ["ContinueAsNew.Events_nobody_took_go_over"] =
                "there, what is sent just before the new generation is lost",
            ["ContinueAsNew.Events_that_go_over_keep_their_order"] = "the newer comes first",
            ["Determinism.What_changed_code_asked_for_is_dropped"] =
                "it is written, and activities run",
            ["Event.A_missing_value_fails_the_instance"] =
                "the failure is a NullReferenceException",
            ["Event.An_event_for_nobody_is_refused"] =
                "there, it is taken without an error; in Functions it is an RpcException",
            ["Failure.An_escaped_cancellation_is_a_failure"] =
                "it is an AggregateException round the cancellation",
            ["Failure.The_output_of_a_failure_is_plain_text"] = "there, the message alone",
            ["Query.The_beginning_of_an_id_minds_its_case"] = "there, case does not matter",
            ["Start.Contradictory_statuses_are_refused"] =
                "there, they are taken; the extension of Functions refuses them",
            ["Start.A_live_id_is_refused"] =
                "there, everything is replaced unless statuses are named",
            ["Start.A_start_in_the_future_waits"] = "there, it starts at once",
            ["Start.Ids_differ_by_case"] = "there, case does not matter",
            ["Start.Ids_no_backend_keeps_are_refused"] = "most are taken",
            ["Steering.A_filter_purges_what_has_ended"] = "live instances are purged too",
            ["Steering.A_live_instance_is_not_purged"] = "there, it is left alone without an error",
            ["Steering.A_suspension_needs_its_status"] =
                "there, all is taken without an error; in Functions it is an RpcException",
            ["Steering.Purging_takes_children_if_told"] = "'recursive' is ignored",
            ["Steering.What_has_ended_cannot_be_terminated"] =
                "there, it is taken without an error; in Functions it is an RpcException",
            ["Timer.A_long_timer_is_one_timer"] = "there, nobody can wait 400 days",
        };
}
