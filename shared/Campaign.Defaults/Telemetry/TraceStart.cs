using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Campaign.Defaults.Telemetry;

/// <summary>
/// A trace begins with a request, with what a person does on a page, or with an event. What asks the database or another service
/// without any of these runs on a timer: a system that nobody uses makes no traces.
/// </summary>
/// <remarks>By kind, not by a list of timers, so that a new loop needs no thought. Use it within a <see cref="ParentBasedSampler"/>.</remarks>
internal sealed class TraceStart : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind is ActivityKind.Server or ActivityKind.Producer or ActivityKind.Consumer
            ? SamplingDecision.RecordAndSample
            : SamplingDecision.Drop);
}
