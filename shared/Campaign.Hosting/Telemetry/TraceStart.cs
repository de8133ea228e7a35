using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Campaign.Hosting.Telemetry;

/// <summary>
/// A trace begins with a request, with what a person does on a page, or with an event. What asks the database or another service
/// without any of these runs on a timer: a system that nobody uses makes no traces.
/// </summary>
/// <remarks>By kind, not by a list of timers, so that a new loop needs no thought.</remarks>
internal sealed class TraceStart : Sampler
{
    private static readonly ParentBasedSampler s_within = new(new Root());

    // what a person does begins a trace of its own, yet is sampled within the message that brought it, which may be over and dropped by
    // then
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        PageAction.Begins(samplingParameters.Name) ? new(SamplingDecision.RecordAndSample) : s_within.ShouldSample(samplingParameters);

    private sealed class Root : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            new(
                samplingParameters.Kind is ActivityKind.Server or ActivityKind.Producer or ActivityKind.Consumer
                    ? SamplingDecision.RecordAndSample
                    : SamplingDecision.Drop
            );
    }
}
